package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultyLinkTest {
  private static Socket connect(int port) throws IOException {
    var socket = new Socket(Loopback.V4, port);
    socket.setSoTimeout(10_000);
    return socket;
  }

  private static String ask(int port, String question) throws IOException {
    try (var socket = connect(port)) {
      socket.getOutputStream().write(question.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
  }

  @ParameterizedTest(name = "{0} at a time up to {1}, {2} passed: {3} next")
  @CsvSource({"1,9,0,1", "1,9,9,0", "4,9,4,4", "4,9,8,1", "4,0,0,0"})
  void whatIsPassedOnNextDependsOnWhatWas(int size, long after, long passed, int next) {
    assertEquals(next, Fault.closeAfter(after).dripping(size).next(passed));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 1000})
  void drippingLosesNothing(int size) throws Exception {
    try (var server = new Transcript("C: hello\nS[5000]: abc\nC CLOSE");
        var link = new FaultyLink(server.address(), Fault.drip(size), Fault.drip(size))) {
      assertEquals(5000, ask(link.port(), "hello\r\n").length());
      assertEquals(5007, link.passed());
    }
  }

  @Test
  void theAnswerEndsEarly() throws Exception {
    try (var server = new Transcript("C: hello\nS: 220 welcome");
        var link =
            new FaultyLink(server.address(), Fault.none(), Fault.closeAfter(6).dripping(2))) {
      assertEquals("220 we", ask(link.port(), "hello\r\n"));
    }
  }

  @Test
  void theQuestionEndsEarly() throws Exception {
    try (var server = new Transcript("C+: hel\nC CLOSE\nS: what?");
        var link = new FaultyLink(server.address(), Fault.closeAfter(3), Fault.none())) {
      assertEquals("what?\r\n", ask(link.port(), "hello\r\n"));
    }
  }

  @Test
  void theConnectionIsReset() throws Exception {
    try (var server = new Transcript("S: 220 welcome\nC CUT");
        var link = new FaultyLink(server.address(), Fault.none(), Fault.resetAfter(5));
        var socket = connect(link.port())) {
      assertThrows(SocketException.class, () -> socket.getInputStream().readAllBytes());
    }
  }

  @Test
  void aStalledLinkIsSilentAndOpen() throws Exception {
    try (var server = new Transcript("S: 220 welcome\nPAUSE end");
        var link = new FaultyLink(server.address(), Fault.none(), Fault.stallAfter(4));
        var socket = connect(link.port())) {
      assertEquals(
          "220 ", new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII));
      socket.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
      server.resume("end");
    }
  }

  @Test
  void aBlackholeLetsInAndReadsNothing() throws Exception {
    try (var hole = Blackhole.silent();
        var socket = connect(hole.port())) {
      socket.getOutputStream().write("anybody?\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.setSoTimeout(50);
      assertThrows(SocketTimeoutException.class, () -> socket.getInputStream().read());
    }
  }

  @Test
  void anUnreachableOneDoesNotEvenLetIn() throws Exception {
    try (var hole = Blackhole.unreachable();
        var socket = new Socket()) {
      var error =
          assertThrows(SocketTimeoutException.class, () -> socket.connect(hole.address(), 100));
      assertTrue(error.toString().contains("timed out"), error::toString);
    }
  }
}
