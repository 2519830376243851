package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.function.Executable;

/**
 * Tables that other projects have published, as far as they lie beside this source tree. Tests that
 * read them are {@code @EnabledIf(PublicVectors.HERE)}.
 */
final class PublicVectors {
  static final String HERE = "dev.tinwire.httpclient.PublicVectors#here";
  static final String ABSENT = "the public test data is not here; -Dtinwire.data=FOLDER names it";

  private static final Path FOLDER =
      Path.of(System.getProperty("tinwire.data", "../../shared/data"));

  private PublicVectors() {}

  static boolean here() {
    return Files.isDirectory(FOLDER);
  }

  static Path file(String folder, String file) {
    return FOLDER.resolve(folder).resolve(file);
  }

  static Json read(String folder, String file) throws IOException {
    return Json.parse(Files.readString(file(folder, file)));
  }

  /** The rows of a table; comments between them are left out. */
  static List<Json> rows(String folder, String file) throws IOException {
    return read(folder, file).items().stream().filter(row -> row instanceof Json.Obj).toList();
  }

  /** A member that is a text, if it is there and is one. */
  static Optional<String> text(Json row, String member) {
    try {
      return row.get(member) instanceof Json.Str(String text)
          ? Optional.of(text)
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Every deviation names a row there is, so that none outlives its row. */
  static void demandNamed(
      Map<String, String> deviations, List<Json> rows, Function<Json, String> name) {
    var names = rows.stream().map(name).toList();
    for (String each : deviations.keySet()) assertTrue(names.contains(each), each);
  }

  /** Equal, unless a deviation is listed; then not. */
  static Executable check(
      Map<String, String> deviations, String name, Object expected, Object ours) {
    return () -> {
      if (deviations.containsKey(name)) assertNotEquals(expected, ours, "no deviation any more");
      else assertEquals(expected, ours, name);
    };
  }
}
