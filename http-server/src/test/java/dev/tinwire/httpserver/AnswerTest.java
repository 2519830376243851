package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** How each kind of content goes over the wire (RFC 9110 §6.4, RFC 9112 §6, §7). */
class AnswerTest {
  private static final Content.Written UNKNOWN =
      new Content.Written(
          OptionalLong.empty(),
          out -> {
            out.write("ab".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            out.write("c".getBytes(StandardCharsets.US_ASCII));
          });

  private static void answers(Answer answer, String script) throws Exception {
    try (var server = new LocalServer(_ -> answer)) {
      server.talk(script);
    }
  }

  @Test
  void whatHasNoLengthGoesInChunksAndEachFlushIsOne() throws Exception {
    answers(
        Answer.of(Status.OK, UNKNOWN),
        """
        C: GET / HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Transfer-Encoding: chunked
        S:
        S: 2
        S: ab
        S: 1
        S: c
        S: 0
        S:
        """);
  }

  @Test
  void rfc9112Section6Point1Http10GetsNoChunksButTheEndOfTheConnection() throws Exception {
    answers(
        Answer.of(Status.OK, UNKNOWN),
        """
        C: GET / HTTP/1.0
        C: Connection: keep-alive
        C:
        S: HTTP/1.1 200 OK
        D
        S: Connection: close
        S:
        S+: abc
        S CLOSE
        """);
  }

  @Test
  void rfc9110Section9Point3Point2HeadGetsTheLengthAndNoContent() throws Exception {
    answers(
        Answer.of(Status.OK, Content.of("hello")).with("ETag", "\"x\""),
        """
        C: HEAD / HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Content-Length: 5
        S: ETag: "x"
        S:
        C: GET / HTTP/1.1
        C: Host: h
        C:
        S*:
        S+: hello
        """);
  }

  @Test
  void rfc9110Section15NoContentAndNotModifiedHaveNeitherContentNorLength() throws Exception {
    for (int code : new int[] {204, 304}) {
      answers(
          Answer.of(new Status(code), Content.of("never")),
          """
          C: GET / HTTP/1.1
          C: Host: h
          C:
          S~: HTTP/1.1 [23]04 .*
          D
          S:
          C: GET / HTTP/1.1
          C: Host: h
          C:
          S~: HTTP/1.1 [23]04 .*
          D
          S:
          """);
    }
  }

  @Test
  void anEmptyContentSaysSo() throws Exception {
    answers(
        Answer.of(Status.OK, new Content.None()),
        """
        C: GET / HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Content-Length: 0
        S:
        """);
  }

  @Test
  void aHandlerMaySayClose() throws Exception {
    answers(
        Answer.of(Status.OK, Content.of("x")).with("Connection", "close"),
        """
        C: GET / HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Connection: close
        S: Content-Length: 1
        S:
        S+: x
        S CLOSE
        """);
  }

  @Test
  void aSequenceIsOneContent() throws Exception {
    var counted = new Content.Written(OptionalLong.of(2), out -> out.write(new byte[] {'b', 'c'}));
    answers(
        Answer.of(
            Status.OK, new Content.Sequence(List.of(Content.of("a"), counted, Content.of("d")))),
        """
        C: GET / HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        D
        S: Content-Length: 4
        S:
        S+: abcd
        """);
  }

  @Test
  void contentThatBreaksOffIsNeverEndedAsIfItWereWhole() throws Exception {
    var failing =
        new Content.Written(
            OptionalLong.empty(),
            out -> {
              out.write('a');
              out.flush();
              throw new IOException("disk");
            });
    try (var server = new LocalServer(_ -> Answer.of(Status.OK, failing));
        var socket = server.connect()) {
      socket.getOutputStream().write("GET / HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      assertThrows(IOException.class, () -> socket.getInputStream().readAllBytes());
      assertEquals("disk", server.failure().getMessage());
      assertFalse(server.served().whole());
    }
  }

  @Test
  void contentShorterThanItSaidIsAFailure() throws Exception {
    var shorter = new Content.Written(OptionalLong.of(9), out -> out.write('a'));
    try (var server = new LocalServer(_ -> Answer.of(Status.OK, shorter))) {
      assertThrows(IOException.class, () -> server.said("GET / HTTP/1.1\r\nHost: h\r\n\r\n"));
      String failure = String.valueOf(server.failure().getMessage());
      assertTrue(failure.contains("8 of 9 bytes promised are missing"), failure);
    }
  }

  @Test
  void contentIsClosedWhetherItWasSentOrNot() throws Exception {
    for (String method : new String[] {"GET", "HEAD"}) {
      var closing = new ClosingPart();
      try (var server = new LocalServer(_ -> Answer.of(Status.OK, closing.content()))) {
        var _ = server.said(method + " / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        var _ = server.served();
        assertFalse(closing.isOpen(), method);
      }
    }
  }
}
