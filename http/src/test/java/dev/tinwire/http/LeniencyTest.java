package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LeniencyTest {
  /** A message that only this leniency lets through. */
  private static String example(Leniency leniency) {
    return switch (leniency) {
      case EMPTY_LINE_BEFORE_REQUEST -> "\r\nGET / HTTP/1.1\r\nHost: h\r\n\r\n";
      case UNESCAPED_TARGET -> "GET /?a[]=1 HTTP/1.1\r\nHost: h\r\n\r\n";
      case NO_BLANK_BEFORE_REASON -> "HTTP/1.1 200\r\n\r\n";
      case BARE_LF -> "HTTP/1.1 200 OK\nA: b\n\n";
      case FOLDED_VALUE -> "HTTP/1.1 200 OK\r\nA: b\r\n \t c \r\n\r\n";
      case BLANK_BEFORE_FIRST_FIELD -> "HTTP/1.1 200 OK\r\n X: y\r\nA: b\r\n\r\n";
      case REPEATED_LENGTH -> "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n";
      case LENGTH_BESIDE_CHUNKED ->
          "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n";
    };
  }

  /** What is understood: the head, and for responses the framing. */
  private static String read(String text, Set<Leniency> allowed) throws IOException {
    var in = Wire.reader(text);
    if (text.contains("GET")) {
      return RequestHead.read(in, Limits.SERVER, allowed).line().toString();
    }
    var head = ResponseHead.read(in, Limits.CLIENT, allowed);
    var framing =
        Framing.ofResponse(
            Method.GET, head.status(), head.fields(), head.line().version(), allowed);
    return head.fields().lines() + " " + framing;
  }

  private static String understood(Leniency leniency) {
    return switch (leniency) {
      case EMPTY_LINE_BEFORE_REQUEST -> "GET / HTTP/1.1";
      case UNESCAPED_TARGET -> "GET /?a[]=1 HTTP/1.1";
      case NO_BLANK_BEFORE_REASON -> "[] UntilClose[]";
      case BARE_LF, BLANK_BEFORE_FIRST_FIELD -> "[A: b] UntilClose[]";
      case FOLDED_VALUE -> "[A: b c] UntilClose[]";
      case REPEATED_LENGTH -> "[Content-Length: 1, 1] Length[bytes=1]";
      case LENGTH_BESIDE_CHUNKED -> "[Content-Length: 1, Transfer-Encoding: chunked] Chunked[]";
    };
  }

  @ParameterizedTest
  @EnumSource
  void eachForgivesWhatWouldBeRefused(Leniency leniency) throws IOException {
    String text = example(leniency);
    assertThrows(BadMessage.class, () -> read(text, Set.of()));
    assertEquals(understood(leniency), read(text, Set.of(leniency)));
  }

  @ParameterizedTest
  @EnumSource
  void eachSaysWhereAndWhy(Leniency leniency) {
    assertTrue(leniency.section().startsWith("RFC "));
    assertFalse(leniency.reason().isBlank());
  }

  @Test
  void aServerForgivesNothingThatMovesTheEndOfAMessage() {
    assertEquals(
        Set.of(Leniency.EMPTY_LINE_BEFORE_REQUEST, Leniency.UNESCAPED_TARGET), Leniency.SERVER);
  }

  @Test
  void aBareCrIsNeverForgiven() {
    assertThrows(BadMessage.class, () -> read("HTTP/1.1 200 OK\nA: b\rc\n\n", Leniency.CLIENT));
    assertThrows(BadMessage.class, () -> read("HTTP/1.1 200 OK\nA: b\r\r\n\n", Leniency.CLIENT));
  }

  @Test
  void aFoldCannotHideAControlCharacter() {
    assertThrows(
        BadMessage.class,
        () -> read("HTTP/1.1 200 OK\r\nA: b\r\n \u000bc\r\n\r\n", Leniency.CLIENT));
  }
}
