package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about {@code serve} knows every option. */
class ServeDocsTest {
  /** An option at the start of its line in the help, behind its short form if it has one. */
  private static final Pattern OPTION = Pattern.compile("(?m)^ +(?:-[a-zA-Z], )?(--[a-z-]+)");

  @TempDir private Path temp;

  @Test
  void everyOptionOfTheHelpStandsInATableOfThePageWithAnExample() throws Exception {
    var help = Invocation.of("--help").on(ServeRows.serve(temp, Terminals.NONE)).stdout();
    var options = new TreeSet<String>();
    OPTION.matcher(help).results().forEach(found -> options.add(found.group(1)));
    assertFalse(options.isEmpty(), help);
    var root = Path.of(System.getProperty("tinwire.root", ".."));
    String rows =
        Files.readString(root.resolve("docs/serve.md"))
            .lines()
            .filter(line -> line.matches("\\| `-.*`.* \\| .+ \\| `.+` \\|"))
            .map(line -> line.substring(0, line.indexOf(" | ")))
            .collect(Collectors.joining("\n"));
    options.removeIf(option -> Pattern.compile(option + "[^a-z-]").matcher(rows).find());
    assertEquals(new TreeSet<>(), options);
  }
}
