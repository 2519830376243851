package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
  @TempDir Path module;

  @Test
  void samplesComeByNameWithTheirBytes() throws IOException {
    Path folder = Files.createDirectories(Corpus.folder(module, "XFuzz"));
    Files.write(folder.resolve("b"), new byte[] {1});
    Files.write(folder.resolve("a"), new byte[0]);
    var samples = Corpus.in(folder);
    assertEquals("[a, b]", samples.toString());
    assertArrayEquals(new byte[] {1}, samples.getLast().bytes());
  }

  @Test
  void aMissingOrEmptyFolderIsAnError() throws IOException {
    Path folder = Corpus.folder(module, "XFuzz");
    var missing = assertThrows(AssertionError.class, () -> Corpus.in(folder));
    assertTrue(missing.toString().contains("no corpus folder"), missing::toString);
    Files.createDirectories(folder);
    var empty = assertThrows(AssertionError.class, () -> Corpus.in(folder));
    assertTrue(empty.toString().contains("no files in"), empty::toString);
  }
}
