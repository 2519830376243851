package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class HandshakesTest {
  private final Handshakes one = new Handshakes(1);
  private final List<String> order = new CopyOnWriteArrayList<>();

  @Test
  void whoComesNextWaitsUntilTheFirstHasComputed() throws Exception {
    var next = Thread.ofPlatform().unstarted(() -> shake("next"));
    one.run(
        InputStream.nullInputStream(),
        _ -> {
          next.start();
          while (next.getState() != Thread.State.WAITING) Thread.onSpinWait();
          order.add("first");
        });
    next.join();
    assertEquals(List.of("first", "next"), order);
  }

  @Test
  void whoWaitsForItsClientKeepsNobodyOut() throws Exception {
    var client = new PipedOutputStream();
    try (var in = new PipedInputStream(client)) {
      var slow =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  one.run(in, from -> order.add("heard " + from.read()));
                } catch (IOException e) {
                  order.add(e.toString());
                }
              });
      while (slow.getState() != Thread.State.TIMED_WAITING) Thread.onSpinWait(); // in its read
      shake("quick");
      client.write(7);
      client.flush();
      slow.join();
    }
    assertEquals(List.of("quick", "heard 7"), order);
    shake("a place is free again");
    assertEquals(3, order.size());
  }

  @Test
  void aHandshakeThatFailsLeavesItsPlace() {
    for (int i = 0; i < 3; i++) {
      assertThrows(
          IOException.class,
          () ->
              one.run(
                  InputStream.nullInputStream(),
                  _ -> {
                    throw new IOException("bad record");
                  }));
    }
    shake("next");
    assertEquals(List.of("next"), order);
  }

  private void shake(String name) {
    try {
      one.run(InputStream.nullInputStream(), _ -> order.add(name));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest(name = "of {0} {1} octets are awaited")
  @CsvSource({
    "1603010003aabbcc,       8",
    "1603010003aabbccdd,     8", // what follows is the handshake's to read
    "1603010003aabb,         7", // ended too soon: the handshake says so
    "16030100,               4",
    "16,                     1",
    "1603010000,             5",
    "1603014001aabb,         5", // longer than a record may be
  })
  void theHelloIsTakenWhole(String hex, int awaited) throws Exception {
    byte[] bytes = HexFormat.of().parseHex(hex);
    var client = new ByteArrayInputStream(bytes, 1, bytes.length - 1);
    try (var all = Hello.whole(bytes[0], client)) {
      assertEquals(awaited, bytes.length - client.available());
      assertArrayEquals(bytes, all.readAllBytes());
    }
  }
}
