package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class ResumedTest {
  private final byte[] seen = {1, 2, 3};
  private final byte[] rest = {4, (byte) 0xff};
  private boolean closed;

  private final InputStream in =
      new Resumed(
          seen,
          new ByteArrayInputStream(rest) {
            @Override
            public void close() throws IOException {
              closed = true;
              super.close();
            }
          });

  @Test
  void whatWasReadComesFirstAndTheEndLeavesTheRestOpen() throws IOException {
    assertArrayEquals(new byte[] {1, 2, 3, 4, (byte) 0xff}, in.readAllBytes());
    assertEquals(-1, in.read());
    assertFalse(closed);
  }

  @Test
  void byteByByteToo() throws IOException {
    for (int expected : new int[] {1, 2, 3, 4, 0xff, -1}) assertEquals(expected, in.read());
  }

  @Test
  void aReadNeverWaitsForMoreThanIsHere() throws IOException {
    assertEquals(3, in.read(new byte[10], 0, 10));
    assertEquals(2, in.available());
  }
}
