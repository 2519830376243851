package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Group;
import dev.tinwire.wire.command.Option;
import dev.tinwire.wire.command.Tool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code docs/get.md} has every option of {@code get} and its verbs, and an example of each. */
final class DocumentedOptionsTest {
  /** One line of its table of options. */
  private record Row(String names, String example) {
    static Row of(String line) {
      String[] cells = line.replace("\\|", "/").split("\\|", -1);
      return new Row(cells[1], cells[3]);
    }

    boolean tells(Option option) {
      return option.names().stream().allMatch(name -> has(names, name))
          && option.names().stream().anyMatch(name -> has(example, name));
    }

    /** As a word, or in a cluster of letters: {@code -fsSL}. */
    private static boolean has(String text, String name) {
      String word =
          name.startsWith("--")
              ? Pattern.quote(name) + "(?![\\w-])"
              : "-[A-Za-z]*" + name.charAt(1);
      return Pattern.compile("(?<![\\w-])" + word).matcher(text).find();
    }
  }

  static Stream<Option> options() {
    return Stream.concat(Stream.<Tool>of(new GetTool()), ClientTool.all().stream())
        .map(Tool::command)
        .flatMap(command -> command.groups().stream())
        .map(Group::options)
        .flatMap(List::stream)
        .distinct();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void eachStandsInThePageWithAnExample(Option option) throws IOException {
    Path root = Path.of(System.getProperty("tinwire.root", ".."));
    List<Row> rows =
        Files.readString(root.resolve("docs/get.md"))
            .lines()
            .filter(line -> line.startsWith("| `-"))
            .map(Row::of)
            .toList();
    assertTrue(rows.stream().anyMatch(row -> row.tells(option)), option.names()::toString);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everywhere")
  void soDoesWhatEveryToolHas(Option option) throws IOException {
    eachStandsInThePageWithAnExample(option);
  }

  static Stream<Option> everywhere() {
    return Stream.of(
        CommonOptions.JSON,
        CommonOptions.QUIET,
        CommonOptions.COLOR,
        CommonOptions.DEBUG,
        CommonOptions.HELP,
        CommonOptions.VERSION);
  }
}
