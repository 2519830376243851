package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ControlRequestTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "mute db-1 1h30m",
        "unmute db-1",
        "ack a:b.c_d",
        "forget x",
        "why x",
        "list json",
        "list text",
        "report json",
        "reload"
      })
  void readsWhatItPrints(String line) throws Malformed {
    assertEquals(line, ControlRequest.parse(line).print());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "mute",
        "mute a",
        "mute a 5",
        "mute a  5s",
        "why",
        "why a b",
        "why a\u001b[2J",
        "list",
        "list yaml",
        "reload now",
        "stop",
        "ack ü"
      })
  void refusesTheRest(String line) {
    assertThrows(Malformed.class, () -> ControlRequest.parse(line));
  }

  @Property(tries = 500)
  void anyLineIsARequestOrRefused(@ForAll String line) {
    ControlFuzz.fuzzerTestOneInput(line.getBytes(StandardCharsets.UTF_8));
  }
}
