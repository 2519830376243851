package dev.tinwire.http;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Tables that other projects have published, as far as they lie beside this source tree. Tests that
 * read them are {@code @EnabledIf(PublicVectors.HERE)}.
 */
final class PublicVectors {
  static final String HERE = "dev.tinwire.http.PublicVectors#here";
  static final String ABSENT = "the public test data is not here; -Dtinwire.data=FOLDER names it";

  private static final Path FOLDER =
      Path.of(System.getProperty("tinwire.data", "../../shared/data"));

  private PublicVectors() {}

  static boolean here() {
    return Files.isDirectory(FOLDER);
  }

  /** The rows of a table. */
  static List<Json> rows(String folder, String file) throws IOException {
    return Json.parse(Files.readString(FOLDER.resolve(folder).resolve(file))).items();
  }
}
