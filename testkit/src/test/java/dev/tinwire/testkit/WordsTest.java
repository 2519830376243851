package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ping  --count 3    | [ping, --count, 3]
          a 'b c' d          | [a, b c, d]
          a "b \\" c"        | [a, b " c]
          a\\ b '\\'         | [a b, \\]
          --name=''          | [--name=]
          '' ""              | [, ]
          ``                 | []
          """)
  void aLineIsSplitAsByTheShell(String line, String words) {
    assertEquals(words, Words.split(line).toString());
  }

  @Test
  void anOpenQuoteIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Words.split("a 'b"));
  }

  @Property
  void quotedWordsAreSplitAgain(@ForAll List<String> words) {
    String line = words.stream().map(Words::quote).collect(Collectors.joining(" "));
    assertEquals(words, Words.split(line));
  }
}
