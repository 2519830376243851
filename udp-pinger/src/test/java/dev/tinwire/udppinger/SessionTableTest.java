package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

final class SessionTableTest {
  private final EchoLimits limits = EchoLimits.DEFAULT.withSessions(3);
  private final LongAdder made = new LongAdder();
  private final SessionTable table = new SessionTable(limits, made);

  @Test
  void aPeerKeepsItsSessionAndPortsOfOneAddressShareABucket() {
    var first = table.of(peer(1, 5000), 0);
    assertSame(first, table.of(peer(1, 5000), 1));
    var other = table.of(peer(1, 5001), 2);
    assertNotSame(first, other);
    assertSame(first.bucket, other.bucket);
    assertNotSame(first.bucket, table.of(peer(2, 5000), 3).bucket);
    assertEquals(3, made.sum());
  }

  @Test
  void theLongestSilentIsForgottenFirstAndTheTableNeverGrowsBeyondItsBound() {
    var first = table.of(peer(1, 5000), 0);
    table.of(peer(2, 5000), 1);
    table.of(peer(3, 5000), 2);
    assertSame(first, table.of(peer(1, 5000), 3));
    for (int host = 4; host < 1000; host++) {
      table.of(peer(host, 5000), host);
      assertEquals(3, table.size());
    }
    assertNotSame(first, table.of(peer(1, 5000), 1000));
  }

  @Test
  void aSessionEndsInSilence() {
    var first = table.of(peer(1, 5000), 0);
    assertSame(first, table.of(peer(1, 5000), limits.idleNanos()));
    assertNotSame(first, table.of(peer(1, 5000), 2 * limits.idleNanos() + 1));
    assertEquals(1, table.size());
  }

  private static InetSocketAddress peer(int host, int port) {
    return new InetSocketAddress(
        InetAddress.ofLiteral("10.0." + host / 256 + "." + host % 256), port);
  }
}
