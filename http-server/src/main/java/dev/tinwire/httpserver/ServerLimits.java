package dev.tinwire.httpserver;

import dev.tinwire.http.Limits;
import java.time.Duration;

/**
 * All that one client, or all together, may take of a server.
 *
 * @param connections at most so many at once; who comes beyond is told 503
 * @param messages how much of a message's frame is read before it is refused
 * @param head how long a request's head may take from its first byte to its last, and a TLS
 *     handshake; one deadline for all of it, so that dripping gains nothing
 * @param idle how long a connection is kept for its next request
 * @param pace how slow a body may come and an answer be taken
 * @param drain how many bytes of a body that nobody read are worth reading to keep the connection
 * @param grace how long running answers have at shutdown
 */
public record ServerLimits(
    int connections,
    Limits messages,
    Duration head,
    Duration idle,
    Pace pace,
    long drain,
    Duration grace) {

  public static final ServerLimits DEFAULT =
      new ServerLimits(
          10_000,
          Limits.SERVER,
          Duration.ofSeconds(15),
          Duration.ofSeconds(60),
          new Pace(Duration.ofSeconds(30), 500),
          256 * 1024,
          Duration.ofSeconds(10));

  /** How long a client that was told "close" may take to read that and to close as well. */
  static final Duration LINGER = Duration.ofSeconds(2);

  /** How slow a body may come that has been answered without being wanted. */
  Pace unwanted() {
    return pace.stall().compareTo(LINGER) < 0 ? pace : new Pace(LINGER, pace.bytesPerSecond());
  }

  public ServerLimits {
    if (connections < 1) throw new IllegalArgumentException(connections + " connections");
  }

  public ServerLimits withConnections(int other) {
    return new ServerLimits(other, messages, head, idle, pace, drain, grace);
  }

  public ServerLimits withHead(Duration other) {
    return new ServerLimits(connections, messages, other, idle, pace, drain, grace);
  }

  public ServerLimits withIdle(Duration other) {
    return new ServerLimits(connections, messages, head, other, pace, drain, grace);
  }

  public ServerLimits withPace(Pace other) {
    return new ServerLimits(connections, messages, head, idle, other, drain, grace);
  }

  public ServerLimits withGrace(Duration other) {
    return new ServerLimits(connections, messages, head, idle, pace, drain, other);
  }
}
