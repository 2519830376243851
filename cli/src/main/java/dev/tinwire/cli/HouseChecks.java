package dev.tinwire.cli;

import dev.tinwire.wire.command.SelfCheck;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * What the parts below the tools can try on themselves, in the order in which they need each other.
 */
final class HouseChecks {
  /** For one exchange over the loopback, which takes milliseconds. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private HouseChecks() {}

  static List<SelfCheck> all() {
    return List.of(
        new SelfCheck("addresses, times, sizes and JSON are read and printed", TextCheck::run),
        new SelfCheck("a table and a QR code are drawn", DrawingCheck::run),
        new SelfCheck(
            "localhost is dialled, over whichever family answers", SocketChecks::dialling),
        new SelfCheck("a deadline frees a reader that is stuck", SocketChecks::deadline),
        new SelfCheck("a datagram goes there and back", SocketChecks::datagram),
        new SelfCheck("TLS is spoken, and a stranger's certificate refused", TlsCheck::run),
        new SelfCheck("an HTTP request is read and answered in chunks", HttpCheck::run));
  }

  static void expect(Object wanted, Object found) throws IOException {
    if (!wanted.equals(found)) throw new IOException("expected " + wanted + ", got " + found);
  }
}
