package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** After a silence one looks, and the others wait for what it finds, but not for ever. */
class ExpectedTest {
  private static final String DATE = "Date: now\r\n";
  private static final byte[] HEAD =
      "GET /a HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private boolean known = true;
  private boolean holds = true;

  private final InstantHandler handler =
      new InstantHandler() {
        @Override
        public Answer answer(Request request) {
          return Answer.of(Status.OK, Content.of("hello"));
        }

        @Override
        public Optional<InstantAnswer> atOnce(Request request) {
          return known
              ? Optional.of(new InstantAnswer(answer(request), () -> holds))
              : Optional.empty();
        }
      };

  private final Repertoire repertoire =
      new Repertoire(
          new Service(
              handler,
              ServerLimits.DEFAULT,
              ServerObserver.SILENT,
              new Counters(),
              InstantSource.system(),
              new DateLine(),
              () -> false),
          false);
  private final Expected expected = new Expected(repertoire);

  private static Guest guest() throws IOException {
    try (var channel = SocketChannel.open()) {
      return new Guest(channel, new InetSocketAddress(InetAddress.getLoopbackAddress(), 1));
    }
  }

  private boolean joins(Guest guest, long now) {
    return expected.joins(guest, HEAD, 0, HEAD.length, now);
  }

  private void learn() throws IOException {
    known = true;
    holds = true;
    repertoire.find(HEAD, 0, HEAD.length, guest().client(), DATE);
  }

  private void lapse() {
    known = false;
    holds = false;
    repertoire.tidy();
  }

  @Test
  void nobodyWaitsForWhatWasNeverKnown() throws IOException {
    known = false;
    assertFalse(joins(guest(), 0));
    assertFalse(joins(guest(), 0));
    assertTrue(expected.isEmpty());
  }

  @Test
  void theFirstLooksTheOthersWaitUntilItIsKnown() throws IOException {
    learn();
    lapse();
    Guest second = guest();
    Guest third = guest();
    assertFalse(joins(guest(), 0));
    assertTrue(joins(second, 0));
    assertTrue(joins(third, 0));
    assertEquals(List.of(), expected.released(1, DATE));
    known = true;
    holds = true;
    assertEquals(List.of(second, third), expected.released(1, DATE));
    assertTrue(expected.isEmpty());
  }

  @Test
  void whoHasWaitedTooLongLooksHimself() throws IOException {
    learn();
    lapse();
    Guest second = guest();
    joins(guest(), 0);
    joins(second, 0);
    long end = Expected.LONGEST.toNanos();
    assertEquals(List.of(), expected.released(end - 1, DATE));
    assertEquals(List.of(second), expected.released(end, DATE));
    assertFalse(joins(second, end));
    assertFalse(joins(guest(), end), "it is not expected any more");
    learn();
    lapse();
    assertFalse(joins(guest(), end));
    assertTrue(joins(guest(), end), "it was known again");
  }

  @Test
  void atTheEndNobodyIsKeptWaiting() throws IOException {
    learn();
    lapse();
    Guest second = guest();
    joins(guest(), 0);
    joins(second, 0);
    assertEquals(List.of(second), expected.all());
    assertTrue(expected.isEmpty());
  }
}
