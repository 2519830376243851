package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.command.UsageError;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** sd_listen_fds(3), sd_notify(3). */
class ServiceManagerTest {
  private static ServiceManager manager(@Nullable String pid, @Nullable String count) {
    var environment = new HashMap<String, String>();
    if (pid != null) environment.put("LISTEN_PID", pid);
    if (count != null) environment.put("LISTEN_FDS", count);
    return new ServiceManager(environment, 4711);
  }

  @ParameterizedTest
  @CsvSource({"4711, 1, true", "4712, 1, false", ", 1, false", "4711, 0, false", "4711, , false"})
  void aSocketIsOursIfItWasGivenToUs(@Nullable String pid, @Nullable String count, boolean given)
      throws UsageError {
    assertEquals(given, manager(pid, count).socketGiven());
  }

  @ParameterizedTest
  @CsvSource({"2", "-1", "x"})
  void moreThanOneIsRefused(String count) {
    assertThrows(UsageError.class, () -> manager("4711", count).socketGiven());
  }

  @Test
  void whereToSayItIsAPathOrAName() {
    byte[] path = "/run/notify\0".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(path, ServiceManager.address("/run/notify").orElseThrow());
    byte[] name = "\0notify".getBytes(StandardCharsets.US_ASCII);
    assertArrayEquals(name, ServiceManager.address("@notify").orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"''", "vsock:2:1234", "notify"})
  void whatIsNeitherIsNotForUs(String name) {
    assertTrue(ServiceManager.address(name).isEmpty());
    assertTrue(ServiceManager.address("/" + "x".repeat(108)).isEmpty());
  }
}
