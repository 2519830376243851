package dev.tinwire.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisibleTest {
  @ParameterizedTest(name = "U+{0} is shown as {1}")
  @CsvSource(
      textBlock =
          """
          # code point, shown
          41,         A
          e9,         é
          6f22,       漢
          1f600,      😀
          301,        \u0301
          5c,         \\\\
          0,          \\x00
          9,          \\t
          a,          \\n
          d,          \\r
          1b,         \\x1b
          7f,         \\x7f
          9b,         \\x9b
          ad,         \\u{ad}
          200d,       \\u{200d}
          202e,       \\u{202e}
          2028,       \\u{2028}
          feff,       \\u{feff}
          d800,       \\u{d800}
          e000,       \\u{e000}
          e0041,      \\u{e0041}
          """)
  void eachCharacter(String point, String shown) {
    assertEquals(shown, Visible.of(Character.toString(Integer.parseInt(point, 16))));
  }

  @Test
  void aCutTextSaysThatItIsCut() {
    assertEquals("abc", Visible.cut("abc", 3));
    assertEquals("ab…", Visible.cut("abc", 2));
    assertEquals("\\n…", Visible.cut("\n\n", 1));
  }
}
