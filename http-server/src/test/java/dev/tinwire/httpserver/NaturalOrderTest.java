package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NaturalOrderTest {
  /** Each row stands in the order in which people would write it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "track 1, track 2, track 9, track 10, track 100",
        "1.9, 1.10, 1.10a",
        "a, B, c",
        "A, a, B, b",
        "file, file01, file1, file2",
        "x007y1, x7y2",
        "99999999999999999999998, 99999999999999999999999, 100000000000000000000000",
        "-, 0, 00, 1, a",
        "img1.png, img2.png, IMG10.png",
        "\u00c4, \u00e4, \u00e4b",
        "a0b, a0c, a1",
      })
  void namesStandAsPeopleOrderThem(String row) {
    var expected = List.of(row.split(", ", -1));
    var shuffled = new ArrayList<>(expected);
    Collections.shuffle(shuffled, new Random(7));
    shuffled.sort(NaturalOrder.NATURAL);
    assertEquals(expected, shuffled);
  }

  @Property
  void itIsATotalOrderInWhichOnlyEqualNamesAreEqual(
      @ForAll("names") String a, @ForAll("names") String b, @ForAll("names") String c) {
    int ab = compare(a, b);
    assertEquals(-ab, compare(b, a));
    assertEquals(a.equals(b), ab == 0);
    if (ab <= 0 && compare(b, c) <= 0) assertTrue(compare(a, c) <= 0);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.strings()
        .withChars('0', '1', '9', 'a', 'A', 'b', '-', 'I', '\u0131', '\ud83d')
        .ofMaxLength(5);
  }

  private static int compare(String a, String b) {
    return Integer.signum(NaturalOrder.NATURAL.compare(a, b));
  }
}
