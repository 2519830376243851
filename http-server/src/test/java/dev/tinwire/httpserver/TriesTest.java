package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TriesTest {
  private static final InetAddress HERE = InetAddress.ofLiteral("192.0.2.1");

  private final FakeClock clock = new FakeClock();
  private final Tries tries = new Tries(clock::nanoTime);

  private void fail(InetAddress from, String user) {
    for (int i = 0; i < Tries.FREE; i++) tries.failed(from, user);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "10, 32", "11, 60", "2147483647, 60"})
  void thePauseDoublesUpToAMinute(int failures, long seconds) {
    assertEquals(seconds, Tries.pause(failures).toSeconds());
  }

  @Test
  void thePastIsForgotten() {
    fail(HERE, "anna");
    assertTrue(tries.wait(HERE, "anna").isPresent());
    clock.advance(Tries.FORGOTTEN);
    tries.failed(HERE, "anna");
    assertTrue(tries.wait(HERE, "anna").isEmpty());
  }

  @Test
  void manyNamesThatNobodyHasDoNotMakeOneForgotten() {
    fail(HERE, "anna");
    for (int i = 0; i < 2 * Tries.MOST; i++) tries.failed(HERE, "nobody" + i);
    assertTrue(tries.wait(HERE, "anna").isPresent());
  }

  @Test
  void theTableIsBoundedAllTheSame() {
    fail(HERE, "anna");
    for (int i = 0; i < Tries.MOST; i++) fail(HERE, "b" + i);
    assertTrue(tries.wait(HERE, "anna").isEmpty());
    assertTrue(tries.wait(HERE, "b" + (Tries.MOST - 1)).isPresent());
  }

  @Test
  void aHouseholdIsOneInIpv6() throws UnknownHostException {
    for (int i = 0; i < Tries.FREE; i++) {
      tries.failed(InetAddress.getByName("2001:db8::" + i), "anna");
    }
    assertTrue(tries.wait(InetAddress.getByName("2001:db8::ffff"), "anna").isPresent());
    assertTrue(tries.wait(InetAddress.getByName("2001:db8:0:1::1"), "anna").isEmpty());
  }

  @Test
  void anotherNameOrAnotherAddressDoesNotWait() {
    fail(HERE, "anna");
    assertTrue(tries.wait(HERE, "bert").isEmpty());
    assertTrue(tries.wait(InetAddress.ofLiteral("192.0.2.2"), "anna").isEmpty());
  }
}
