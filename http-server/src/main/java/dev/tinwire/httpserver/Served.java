package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One request and what became of it.
 *
 * @param time when its head had come
 * @param head empty if it followed no grammar
 * @param received bytes of the request's content that somebody read
 * @param bytes of content that were sent
 * @param duration until the last byte was handed to the system
 * @param status of the answer; 499 if the client went away before there could be one
 * @param whole whether the answer was sent to its end
 */
public record Served(
    Instant time,
    InetSocketAddress client,
    Optional<RequestHead> head,
    Status status,
    long received,
    long bytes,
    Duration duration,
    boolean whole) {
  /**
   * Of a request that broke off in the middle of its content: nothing was answered. The number is
   * nginx's, which programs that read logs know; no client ever sees it.
   */
  static final Status GONE = new Status(499);

  /** Below, the time is that of finding and not of sending, and a rate says nothing. */
  static final long BIG = 1 << 20;

  /** How fast an upload or a download went, where it was big enough for that to mean anything. */
  public OptionalLong bytesPerSecond() {
    long most = Math.max(received, bytes);
    if (most < BIG || duration.isZero()) return OptionalLong.empty();
    return OptionalLong.of(Math.round(most * 1e9 / duration.toNanos()));
  }
}
