package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Visible;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest(name = "{0} takes {1}")
  @CsvSource(
      textBlock =
          """
          '',          0
          abc,         3
          äöü,         3
          a\u0308,     1
          漢字,         4
          한글,         4
          \u1112\u1161\u11ab, 2
          ｱ,           1
          Ａ,           2
          、,           2
          😀,           2
          ⏰,           2
          ✓,           1
          █,           1
          ▁,           1
          →,           1
          🇩🇪,           2
          𠀀,           2
          """)
  void columnsOfText(String text, int columns) {
    assertEquals(columns, DisplayWidth.of(text));
  }

  @ParameterizedTest(name = "{0} in {1} columns is {2}")
  @CsvSource(
      textBlock =
          """
          abcdef, 6, abcdef
          abcdef, 5, abcd…
          abcdef, 1, …
          abcdef, 0, ''
          漢字漢字, 5, 漢字…
          漢字漢字, 4, 漢…
          e\u0301e\u0301e\u0301, 2, e\u0301…
          """)
  void cutsBetweenCharacters(String text, int columns, String cut) {
    assertEquals(cut, DisplayWidth.cut(text, columns, "…"));
  }

  @Property
  void whatIsCutFits(@ForAll String text, @ForAll @IntRange(max = 40) int columns) {
    String cut = DisplayWidth.cut(Visible.of(text), columns, "...");
    assertTrue(DisplayWidth.of(cut) <= columns, cut);
    assertEquals(cut, DisplayWidth.cut(cut, columns, "..."));
  }

  @Property
  void widthsAddUp(@ForAll String text, @ForAll String more) {
    String a = Visible.of(text);
    String b = Visible.of(more);
    assertEquals(DisplayWidth.of(a) + DisplayWidth.of(b), DisplayWidth.of(a + b));
    assertTrue(DisplayWidth.of(a) <= 2 * a.codePointCount(0, a.length()));
  }
}
