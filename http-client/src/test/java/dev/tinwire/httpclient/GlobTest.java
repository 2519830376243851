package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of names. */
class GlobTest {
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          *           | a.txt  | true
          *.txt       | a.txt  | true
          *.txt       | a.txtx | false
          *.TXT       | a.txt  | false
          a*b*c       | aXbYc  | true
          a*b*c       | abcb   | false
          **a**       | xa     | true
          ?.txt       | a.txt  | true
          ?.txt       | .txt   | false
          *           | .hid   | false
          .*          | .hid   | true
          [a-c]1      | b1     | true
          [a-c]1      | d1     | false
          [!a-c]1     | d1     | true
          [^a]1       | a1     | false
          []a]        | ]      | true
          [a          | [a     | true
          [a          | a      | false
          [a-]        | -      | true
          \\*         | *      | true
          \\*         | x      | false
          a\\         | a\\    | true
          ~~          | ~~     | true
          ~~          | a      | false
          *           | ~~     | true
          """)
  void aPatternMatchesOrNot(String pattern, String name, boolean matches) {
    assertEquals(matches, new Glob(pattern).matches(name));
  }

  @Property
  void whatIsQuotedMatchesItselfOnly(@ForAll String name, @ForAll String other) {
    var glob = new Glob(Glob.quoted(name));
    assertFalse(glob.isPattern());
    assertTrue(glob.matches(name));
    assertEquals(name.equals(other), glob.matches(other));
  }

  /** The naive way would not end before the universe does. */
  @Test
  void manyStarsTakeNoLongerThanOne() {
    assertFalse(new Glob("a*".repeat(40) + "b").matches("a".repeat(2000)));
  }
}
