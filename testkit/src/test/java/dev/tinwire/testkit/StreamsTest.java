package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class StreamsTest {
  @Property
  void drippingHandsOutTheSameBytes(@ForAll byte[] bytes, @ForAll @IntRange(min = 1, max = 9) int n)
      throws IOException {
    assertArrayEquals(bytes, Dripping.of(bytes, n).readAllBytes());
  }

  @Test
  void aReadGetsNoMoreThanADrop() throws IOException {
    var in = Dripping.of(new byte[] {1, 2, 3}, 2);
    assertEquals(2, in.available());
    assertEquals(2, in.read(new byte[10], 0, 10));
    assertEquals(2, in.taken());
    assertEquals(3, in.read());
    assertEquals(-1, in.read(new byte[10], 0, 10));
  }

  @Test
  void aStreamCanFailInsteadOfEnding() throws IOException {
    var fault = new IOException("reset");
    var in = Dripping.thenFailing(new byte[] {1}, 5, fault);
    assertEquals(1, in.read());
    assertSame(fault, assertThrows(IOException.class, in::read));
  }

  @Test
  void aBreakingStreamTakesWhatFits() throws IOException {
    var fault = new IOException("disk full");
    var out = Breaking.after(3, fault);
    out.write(new byte[] {1, 2});
    assertSame(fault, assertThrows(IOException.class, () -> out.write(new byte[] {3, 4})));
    assertSame(fault, assertThrows(IOException.class, () -> out.write(5)));
    assertArrayEquals(new byte[] {1, 2, 3}, out.taken());
  }
}
