package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class JsonTextTest {
  @Property
  void whatIsQuotedIsReadBackTheSame(@ForAll String text) {
    assertEquals(text, JsonText.unquoted(JsonText.quoted(text)));
  }

  @Test
  void whatWouldEndTheStringIsEscaped() {
    assertEquals("\"a\\\"b\\\\c\\u000a\"", JsonText.quoted("a\"b\\c\n"));
  }

  @Test
  void escapesOfOthersAreRead() {
    assertEquals(
        "a/\n\t\r\b\f\"\u00e9\ud83d\ude00",
        JsonText.unquoted("\"a\\/\\n\\t\\r\\b\\f\\\"\\u00E9\\ud83d\\ude00\""));
    assertThrows(AssertionError.class, () -> JsonText.unquoted("42"));
  }
}
