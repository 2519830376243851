package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTagTest {
  @Test
  void aTagIsStrongOrWeak() throws Malformed {
    assertEquals(EntityTag.strong("xyzzy"), EntityTag.parse("\"xyzzy\""));
    assertEquals(EntityTag.weak("xyzzy"), EntityTag.parse("W/\"xyzzy\""));
    assertEquals(EntityTag.strong(""), EntityTag.parse("\"\""));
    assertEquals(EntityTag.strong("a\\b,c"), EntityTag.parse("\"a\\b,c\"")); // no escapes in tags
  }

  @ParameterizedTest(name = "[{0}] is no entity tag")
  @ValueSource(
      strings = {
        "",
        "xyzzy",
        "\"xyzzy",
        "xyzzy\"",
        "w/\"x\"",
        "W\"x\"",
        "W/x",
        "W/",
        "W /\"x\"",
        "\"a b\"",
        "\"a\"\"",
        "\"a\tb\"",
        "\"a\u007fb\"",
        "\"\u20ac\"",
        "*",
        "'x'",
        "\"a\" ",
        " \"a\"",
        "\"a\",\"b\""
      })
  void whatIsNoTagIsRefused(String text) {
    assertThrows(Malformed.class, () -> EntityTag.parse(text));
  }

  @ParameterizedTest(name = "{0} and {1}: strongly {2}, weakly {3}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          # the table of RFC 9110 §8.8.3.2
          W/"1" | W/"1" | false | true
          W/"1" | W/"2" | false | false
          W/"1" | "1"   | false | true
          "1"   | "1"   | true  | true
          """)
  void comparisonIsStrongOrWeak(String a, String b, boolean strongly, boolean weakly)
      throws Malformed {
    assertEquals(strongly, EntityTag.parse(a).matchesStrongly(EntityTag.parse(b)));
    assertEquals(strongly, EntityTag.parse(b).matchesStrongly(EntityTag.parse(a)));
    assertEquals(weakly, EntityTag.parse(a).matchesWeakly(EntityTag.parse(b)));
  }

  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      textBlock =
          """
          *                      | *
          "a"                    | "a"
          "a","b" , W/"c"        | "a", "b", W/"c"
          , ,"a",, ,"b",         | "a", "b"
          "a,b"                  | "a,b"
          ,                      | ''
          """)
  void listsAreReadAndPrinted(String text, String printed) throws Malformed {
    String expected = printed.equals("''") ? "" : printed;
    assertEquals(expected, EntityTags.parse(List.of(text)).toString());
  }

  @Test
  void severalLinesAreOneList() throws Malformed {
    assertEquals("\"a\", \"b\"", EntityTags.parse(List.of("\"a\"", "\"b\"")).toString());
  }

  @ParameterizedTest(name = "[{0}] is no list of entity tags")
  @ValueSource(
      strings = {"a", "*, \"a\"", "\"a\", *", "\"a\" \"b\"", "\"a\";q=1", "**", "\"a\", x"})
  void whatIsNoListIsRefused(String text) {
    assertThrows(Malformed.class, () -> EntityTags.parse(List.of(text)));
  }

  @Test
  void aListHasALimit() throws Malformed {
    assertEquals(
        new EntityTags.Listed(Collections.nCopies(EntityTags.MOST, EntityTag.strong("a"))),
        EntityTags.parse(Collections.nCopies(EntityTags.MOST, "\"a\"")));
    assertThrows(
        Malformed.class, () -> EntityTags.parse(Collections.nCopies(EntityTags.MOST + 1, "\"a\"")));
  }

  @Test
  void anUnknownTagMatchesNoList() throws Malformed {
    var tags = EntityTags.parse(List.of("\"a\""));
    assertEquals(false, tags.matchWeakly(Optional.empty()));
    assertEquals(false, tags.matchStrongly(Optional.empty()));
    assertEquals(true, EntityTags.parse(List.of("*")).matchStrongly(Optional.empty()));
  }

  @Property
  void everyTagComesBack(
      @ForAll boolean weak,
      @ForAll @CharRange(from = '#', to = '~') @CharRange(from = '\u0080', to = '\u00ff')
          String text)
      throws Malformed {
    var tag = new EntityTag(weak, text);
    assertEquals(tag, EntityTag.parse(tag.toString()));
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> EntityTag.strong("a b"));
    assertThrows(IllegalArgumentException.class, () -> EntityTag.strong("a\"b"));
    assertThrows(IllegalArgumentException.class, () -> EntityTag.strong("a\r\nb"));
  }
}
