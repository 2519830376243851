package dev.tinwire.wire.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Files that others wrote: every JSON file of the public test data is read and survives. */
class JsonDataTest {
  @Test
  void theJsonOfOthersIsRead() throws Exception {
    Path data = Path.of(System.getProperty("tinwire.data", "../shared/data"));
    assumeTrue(Files.isDirectory(data), "the public test data is not here");
    List<Path> files = jsonFiles(data);
    assertFalse(files.isEmpty());
    for (Path file : files) {
      Json value = Json.parse(Files.readString(file));
      assertEquals(value, Json.parse(value.print()), file::toString);
      assertEquals(value, Json.parse(value.pretty()), file::toString);
    }
  }

  private static List<Path> jsonFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
  }
}
