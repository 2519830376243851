package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a line of the shell is cut into commands and words. */
class ShellLineTest {
  private static String shown(List<ShellLine> lines) {
    return lines.stream()
        .map(line ->
            line.words().stream()
                .map(word -> "[" + word.text() + "]")
                .collect(Collectors.joining("", line.verb() + " ", "")))
        .map(String::strip)
        .collect(Collectors.joining(" ; "));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          ls                        | ls
          ~  ls   -l  in ~          | ls [-l][in]
          get 'a b' "c d" e\\ f     | get [a b][c d][e f]
          get a' 'b"c"\\d           | get [a bcd]
          get "it's" 'say "hi"'     | get [it's][say "hi"]
          get "a\\"b\\\\c\\d"       | get [a"b\\c\\d]
          get ''                    | get []
          cd in; put a.txt;;ls      | cd [in] ; put [a.txt] ; ls
          get 'a;b' c\\;d           | get [a;b][c;d]
          # nothing                 | ~~
          ls # what is there        | ls
          get a#b '#c'              | get [a#b][#c]
          ~  ~                      | ~~
          ;                         | ~~
          !ls -l; pwd # all of it   | ! [ls -l; pwd # all of it]
          get \u00e4\u4e2d          | get [\u00e4\u4e2d]
          """)
  void aLineIsCommandsAndWords(String line, String expected) throws Malformed {
    assertEquals(expected, shown(ShellLine.parse(line)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          get "a        | 4 | this quote is not closed
          get a'b       | 5 | this quote is not closed
          get a\\       | 5 | nothing follows the backslash
          !             | 1 | say what to run
          """)
  void aFaultIsShownWhereItIs(String line, int where, String words) {
    var fault = assertThrows(Malformed.class, () -> ShellLine.parse(line));
    assertEquals("bad line \"" + line.replace("\\", "\\\\") + "\": " + words, fault.getMessage());
    assertEquals(line + "\n" + " ".repeat(where) + "^", fault.caret().replace("\\\\", "\\"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          mget *.jpg      | true
          mget '*.jpg'    | false
          mget "*".jpg    | false
          mget \\*.jpg    | false
          mget 'a'*       | true
          mget a[1].txt   | true
          """)
  void whatIsQuotedIsNoPattern(String line, boolean pattern) throws Malformed {
    assertEquals(pattern, ShellLine.parse(line).getFirst().words().getFirst().glob().isPattern());
  }

  @Property
  void whatIsQuotedIsReadBackAsItIs(@ForAll @NotEmpty @Size(max = 5) List<String> words)
      throws Malformed {
    String line =
        words.stream()
            .map(word -> "'" + word.replace("'", "'\"'\"'") + "'")
            .collect(Collectors.joining(" ", "x ", ""));
    var read = ShellLine.parse(line).getFirst().words();
    assertEquals(words, read.stream().map(ShellWord::text).toList());
    for (ShellWord word : read) assertFalse(word.glob().isPattern());
  }

  @Test
  void noVerbOfOursIsCalledOtherwise() {
    var ours = ShellVerb.allWords().stream().filter(v -> ShellOtherNames.of(v).isPresent());
    assertEquals(List.of(), ours.toList());
  }
}
