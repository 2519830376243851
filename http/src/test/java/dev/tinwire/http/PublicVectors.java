package dev.tinwire.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tables that other projects have published, as far as they lie beside this source tree. */
final class PublicVectors {
  private PublicVectors() {}

  /** The rows of a table; the test is skipped where the table is absent. */
  static List<Json> rows(String folder, String file) throws IOException {
    Path path = Path.of(System.getProperty("tinwire.data", "../shared/data"), folder, file);
    assumeTrue(Files.exists(path), "no data at " + path);
    return Json.parse(Files.readString(path)).items();
  }
}
