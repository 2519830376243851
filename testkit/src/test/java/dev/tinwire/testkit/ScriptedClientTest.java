package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class ScriptedClientTest {
  @Test
  void bothSidesPlayTheSameScript() throws Exception {
    String script =
        """
        S: 220 mx.example ESMTP
        C: EHLO client.example
        S: 250 STARTTLS
        C: STARTTLS
        S: 220 go
        TLS
        C: EHLO client.example
        S+: 250 AUTH\\r\\n
        C[70000]: body
        S: 250 ok
        C CLOSE
        S CLOSE
        ---
        C: again
        S[3]: x
        """;
    try (var server = new Transcript(script)) {
      var heard = ScriptedClient.talk(server.address(), script);
      assertEquals("250 ok", heard.lines().getLast());
    }
  }

  @Test
  void theClientDemandsTheServersLines() throws Exception {
    try (var server = new Transcript("S: 220 a")) {
      var error =
          assertThrows(
              AssertionError.class, () -> ScriptedClient.talk(server.address(), "S: 220 b"));
      assertTrue(error.toString().contains("came:     220 a"), error::toString);
    }
  }

  @Test
  void aCertificateNobodyTrustsIsRefused() throws Exception {
    var stranger = Stage.loopback().withTls(TestIdentity.stranger().trusting());
    try (var server = new Transcript("TLS REFUSED")) {
      ScriptedClient.talk(server.address(), "TLS REFUSED", stranger);
    }
  }

  @Test
  void aRefusalThatDoesNotComeFails() throws Exception {
    var server = new Transcript("TLS REFUSED");
    ScriptedClient.talk(server.address(), "TLS");
    var error = assertThrows(AssertionError.class, server::close);
    assertTrue(error.toString().contains("a handshake that succeeded"), error::toString);
  }

  @Test
  void aDroppedTlsConnectionIsNoOrderlyEnd() throws Exception {
    try (var server =
        new Transcript(
            """
            TLS
            S: half a
            S DROP
            C CUT
            """)) {
      var error =
          assertThrows(
              AssertionError.class,
              () -> ScriptedClient.talk(server.address(), "TLS\nS: half a\nS CLOSE\nC CLOSE"));
      assertTrue(error.toString().contains("at line 3"), error::toString);
    }
  }

  @Test
  void theRestIsWhateverComesToTheOrderlyEnd() throws Exception {
    try (var server = new Transcript("S: a\nS+: b\\nc\nS CLOSE")) {
      var heard = ScriptedClient.talk(server.address(), "S: a\nS REST");
      assertEquals("b\nc", heard.lines().getLast());
    }
    try (var server = new Transcript("C: go\nS: a\nS CUT")) {
      assertThrows(
          AssertionError.class, () -> ScriptedClient.talk(server.address(), "C: go\nS: a\nS REST"));
    }
  }

  @Test
  void theRestCannotBeSaid() {
    var nobody = new InetSocketAddress(Loopback.V4, 1);
    assertThrows(IllegalArgumentException.class, () -> ScriptedClient.talk(nobody, "C REST"));
  }
}
