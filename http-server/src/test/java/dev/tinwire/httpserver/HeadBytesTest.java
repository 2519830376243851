package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeadBytesTest {
  @ParameterizedTest(name = "{0} from {1} ends at {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a__           | 0 | -1
          a____         | 0 | 5
          ____          | 0 | 4
          ___           | 0 | -1
          a____b____    | 0 | 5
          a____b____    | 5 | 10
          a____b___     | 5 | -1
          a____b        | 2 | -1
          """)
  void aHeadEndsBehindItsEmptyLine(String text, int from, int end) {
    byte[] bytes = text.replace("__", "\r\n").getBytes(StandardCharsets.US_ASCII);
    assertEquals(end, HeadBytes.end(bytes, from, bytes.length));
  }

  @Property
  void twoAreTheSameIfAllTheirBytesAre(
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String one,
      @ForAll @CharRange(from = 'a', to = 'c') @StringLength(max = 4) String other) {
    byte[] both = (one + other).getBytes(StandardCharsets.US_ASCII);
    var first = new HeadBytes().of(both, 0, one.length());
    var second = new HeadBytes().of(both, one.length(), both.length);
    assertEquals(one.equals(other), first.equals(second));
    if (one.equals(other)) assertEquals(first.hashCode(), second.hashCode());
  }

  @Property
  void aCopyStaysWhatItWasWhenTheBytesChange(@ForAll byte[] bytes) {
    HeadBytes copy = new HeadBytes().of(bytes, 0, bytes.length).copy();
    byte[] before = bytes.clone();
    Arrays.fill(bytes, (byte) 1);
    assertEquals(new HeadBytes().of(before, 0, before.length), copy);
  }
}
