package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

final class OctetsTest {
  @Property
  void numbersAreAsJavaPrintsThem(@ForAll long number) {
    assertEquals(Long.toString(number), new Octets().add(number).toString());
    assertEquals(Long.toHexString(number), new Octets().addHex(number).toString());
  }

  @Property
  void octetsAreAsJavaPrintsThem(@ForAll byte[] octets) {
    assertEquals(HexFormat.of().formatHex(octets), new Octets().addHex(octets).toString());
  }

  @Property
  void nothingIsLostHoweverLongItGets(@ForAll String text) throws IOException {
    var octets = new Octets();
    var expected = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      octets.add(text).add(i).add(',');
      expected.append(text).append(i).append(',');
    }
    var out = new ByteArrayOutputStream();
    octets.moveTo(out);
    assertArrayEquals(expected.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());
    octets.moveTo(out);
    assertArrayEquals(expected.toString().getBytes(StandardCharsets.UTF_8), out.toByteArray());
  }

  @Example
  void numbersAtTheEndsOfTheirRange() {
    var all = new Octets();
    for (long one : new long[] {0, -1, 9, 10, 99, 100, Long.MAX_VALUE, Long.MIN_VALUE}) {
      all.add(one).add(' ');
    }
    assertEquals("0 -1 9 10 99 100 9223372036854775807 -9223372036854775808 ", all.toString());
  }
}
