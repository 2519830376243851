package dev.tinwire.httpserver;

import dev.tinwire.http.Persistence;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/**
 * What a {@link FrontDesk} is to a lobby, for a connection that waits on a thread of its own, as
 * one under TLS does: answers what is known by heart, until something else comes.
 */
record OwnDesk(Service service, SharedRepertoire repertoire) {
  /** Two heads of a browser; what is longer comes in pieces and is for the session. */
  private static final int READ = 2 * 1024;

  /**
   * Waits for requests and answers them.
   *
   * @param wait how long for the first; afterwards as long as between requests
   * @return whether something came that is for the session, which will read it from the link; if
   *     not, the client has left
   */
  boolean attend(Link link, Duration wait, Courtesy courtesy) throws IOException {
    byte[] requests = new byte[READ];
    link.input().head();
    link.patience().idle(wait);
    while (true) {
      int n = link.input().read(requests, 0, READ);
      if (n < 0) return false;
      link.patience().working();
      int at = answerAll(link, requests, n, courtesy);
      if (at < n) {
        link.input().unread(Arrays.copyOfRange(requests, at, n));
        return true;
      }
      link.patience().idle(service.limits().idle());
    }
  }

  /** All that are known, one after the other; where the first begins that is not. */
  private int answerAll(Link link, byte[] requests, int end, Courtesy courtesy) throws IOException {
    int at = 0;
    while (at < end && !service.ending().begun()) {
      int behind = HeadBytes.end(requests, at, end);
      if (behind < 0) return at;
      Instant now = service.clock().instant();
      var given = repertoire.find(requests, at, behind, link.client(), service.date().at(now));
      if (given == null || given.answer().persistence() == Persistence.CLOSE) return at;
      send(link, given, now);
      courtesy.turnTaken();
      at = behind;
    }
    return at;
  }

  private void send(Link link, SharedRepertoire.Given given, Instant now) throws IOException {
    long start = System.nanoTime();
    Prepared answer = given.answer();
    Outlet out = link.outlet(service.limits().pace());
    try {
      out.write(given.bytes());
      if (answer.large()) out.write(answer.bytes());
    } finally {
      long rest = answer.headLength() + answer.contentLength() - out.sent();
      Served served = Sending.told(answer, now, start, link.client(), (int) rest);
      service.counters().count(served.status(), served.bytes(), 0);
      service.observer().served(served);
    }
  }
}
