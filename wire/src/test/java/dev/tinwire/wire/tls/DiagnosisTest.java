package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.wire.Endpoint;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.time.Instant;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is not the certificate's fault; {@link RefusalTest} has the real handshakes. */
class DiagnosisTest {
  private static final Endpoint PEER = new Endpoint("a.example", 443);

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # the JDK says                                                       | fault
          (protocol_version) Received fatal alert: protocol_version            | OLD_PROTOCOL
          The server selected protocol version TLS11 is not accepted           | OLD_PROTOCOL
          (handshake_failure) Received fatal alert: handshake_failure          | NOTHING_IN_COMMON
          (insufficient_security) Received fatal alert: insufficient_security  | NOTHING_IN_COMMON
          (handshake_failure) no cipher suites in common                       | NOTHING_IN_COMMON
          (no_application_protocol) Received fatal alert: no_application_protocol | NO_APPLICATION_PROTOCOL
          (unrecognized_name) Received fatal alert: unrecognized_name          | UNRECOGNIZED_NAME
          (certificate_required) Received fatal alert: certificate_required    | CERTIFICATE_WANTED
          (bad_certificate) Received fatal alert: bad_certificate              | CERTIFICATE_REFUSED
          Unsupported or unrecognized SSL message                              | NOT_TLS
          Remote host terminated the handshake                                 | CLOSED
          anything else                                                        | OTHER
          """)
  void theJdksWordsAreSorted(String message, Fault fault) {
    assertEquals(
        fault, Diagnosis.of(new SSLHandshakeException(message), PEER, Instant.EPOCH).fault());
  }

  @Test
  void anEndOfTheConnectionIsFoundBelow() {
    assertEquals(Fault.CLOSED, HandshakeFault.of(new SocketException("Connection reset")));
    assertEquals(Fault.CLOSED, HandshakeFault.of(new IOException("x", new EOFException("y"))));
  }

  @Test
  void unknownWordsAreShownEscapedAndCut() {
    var failure = new SSLHandshakeException("\u001b]0;title\u0007" + "x".repeat(300));
    String sentence = Diagnosis.of(failure, PEER, Instant.EPOCH).sentence();
    assertEquals("no TLS with a.example:443: \\x1b]0;title\\x07" + "x".repeat(190) + "…", sentence);
  }

  @Test
  void aFailureThatIsItsOwnCauseEnds() {
    var outer = new IOException("outer");
    outer.initCause(new IOException("inner", outer));
    assertEquals(Fault.OTHER, HandshakeFault.of(outer));
  }
}
