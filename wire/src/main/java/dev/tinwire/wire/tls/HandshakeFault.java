package dev.tinwire.wire.tls;

import dev.tinwire.wire.Visible;
import java.io.EOFException;
import java.net.SocketException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Why a handshake failed when it was not the certificate. The JDK has no types for that, only
 * English; the tests of this class hear every sentence from a real handshake, so a JDK that words
 * them anew is noticed.
 */
final class HandshakeFault {
  private record Clue(Predicate<String> heard, Fault fault) {
    static Clue any(Fault fault, String... parts) {
      return new Clue(text -> List.of(parts).stream().anyMatch(text::contains), fault);
    }
  }

  /** The alerts are those of RFC 8446 §6.2; the first clue that fits counts. */
  private static final List<Clue> CLUES =
      List.of(
          Clue.any(Fault.OLD_PROTOCOL, "alert: protocol_version", "selected protocol version"),
          Clue.any(Fault.NO_APPLICATION_PROTOCOL, "no_application_protocol"),
          Clue.any(Fault.UNRECOGNIZED_NAME, "alert: unrecognized_name"),
          Clue.any(Fault.CERTIFICATE_WANTED, "alert: certificate_required"),
          Clue.any(
              Fault.CERTIFICATE_REFUSED,
              "alert: bad_certificate",
              "alert: unknown_ca",
              "alert: unsupported_certificate",
              "alert: certificate_revoked",
              "alert: certificate_expired",
              "alert: certificate_unknown",
              "alert: access_denied"),
          Clue.any(
              Fault.NOTHING_IN_COMMON,
              "alert: handshake_failure",
              "alert: insufficient_security",
              "no cipher suites in common",
              "No appropriate protocol"),
          Clue.any(Fault.NOT_TLS, "Unsupported or unrecognized SSL message"),
          Clue.any(Fault.CLOSED, "terminated the handshake", "closed connection"));

  private HandshakeFault() {}

  static Fault of(Throwable failure) {
    for (Throwable cause : Causes.of(failure)) {
      String text = Objects.requireNonNullElse(cause.getMessage(), "");
      for (Clue clue : CLUES) if (clue.heard.test(text)) return clue.fault;
      if (cause instanceof EOFException || cause instanceof SocketException) return Fault.CLOSED;
    }
    return Fault.OTHER;
  }

  static String words(Fault fault, Throwable failure) {
    return switch (fault) {
      case OLD_PROTOCOL -> "the peer speaks an older TLS; 1.2 or 1.3 is expected";
      case NO_APPLICATION_PROTOCOL -> "the peer speaks none of the protocols offered by ALPN";
      case UNRECOGNIZED_NAME -> "the peer says it does not serve this name";
      case CERTIFICATE_WANTED -> "the peer wants a certificate from us, and there is none";
      case CERTIFICATE_REFUSED -> "the peer refused our certificate: " + text(failure);
      case NOTHING_IN_COMMON ->
          "the peer refused our offer: no version, cipher, group or signature in common, or it"
              + " wants a certificate from us";
      case NOT_TLS -> "the peer does not speak TLS on this port";
      case CLOSED -> "the peer closed the connection during the handshake";
      default -> text(failure);
    };
  }

  private static String text(Throwable failure) {
    return Visible.cut(Objects.requireNonNullElse(failure.getMessage(), "no reason given"), 200);
  }
}
