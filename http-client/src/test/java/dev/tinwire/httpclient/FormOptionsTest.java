package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.command.Standard;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --form} with what curl lets one say behind a file. */
final class FormOptionsTest {
  @TempDir Path temp;

  @ParameterizedTest(name = "@{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.txt                              | a.txt        | text/plain
          a.txt;type=image/png               | a.txt        | image/png
          a.txt;filename=b.html              | b.html       | text/html
          a.txt;filename=b.html;type=text/x  | b.html       | text/x
          a.txt;type=text/x;filename=b.html  | b.html       | text/x
          odd;type=x.txt                     | odd;type=x.txt | text/plain
          """)
  void aFileMayHaveATypeAndAnotherName(String text, String name, String type) throws Exception {
    Files.writeString(temp.resolve("a.txt"), "content");
    Files.writeString(temp.resolve("odd;type=x.txt"), "content");
    var part = FormOptions.part("f=@" + temp.resolve(text), Standard.ofProcess());
    assertEquals(name, part.fileName().orElseThrow());
    assertTrue(part.content().mediaType().orElseThrow().startsWith(type));
  }

  @Test
  void aTypeThatIsNoneIsAMistake() throws Exception {
    Files.writeString(temp.resolve("a.txt"), "content");
    var outcome =
        Lines.of("-F", "f=@" + temp.resolve("a.txt") + ";type=none", "h:1").on(Lines.piped("get"));
    assertEquals(2, outcome.status(), outcome::toString);
  }
}
