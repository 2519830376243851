package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LargeFoldersTest {
  @TempDir Path temp;
  private Path large;
  private Path small;

  private final ListingView view =
      new ListingView("site", false, Receiving.NOTHING, new LargeFolders(1, Duration.ZERO));

  @BeforeEach
  void twoFolders() throws IOException {
    Path root = temp.toRealPath();
    large = folder(root.resolve("large"), LargeFolders.FROM + 1);
    small = folder(root.resolve("small"), LargeFolders.FROM);
  }

  private static Path folder(Path path, int files) throws IOException {
    Files.createDirectory(path);
    for (int i = 0; i < files; i++) Files.createFile(path.resolve("f" + i));
    return path;
  }

  @Test
  void whatFindsNoPlaceEndsEarlyAndSaysSo() throws Exception {
    try (Content first = answer("/?json", large)) {
      assertTrue(written(first).contains("\"complete\":true"));
      try (Content second = answer("/?json", large)) {
        String said = written(second);
        assertTrue(said.contains("\"files\":1000,"), said);
        assertTrue(said.contains("\"complete\":false"), said);
      }
      try (Content other = answer("/?json", small)) {
        assertTrue(written(other).contains("\"complete\":true"), "small folders need no place");
      }
    }
    try (Content next = answer("/?json", large)) {
      assertTrue(written(next).contains("\"complete\":true"), "the place is free again");
    }
  }

  @Test
  void aPageBeginsBeforeALargeFolderIsRead() throws Exception {
    assertEquals(List.of(true, true), beginnings(large)); // while reading, and at the end
    assertEquals(List.of(true), beginnings(small));
  }

  /** For each flush, whether what had been written by then begins a page. */
  private List<Boolean> beginnings(Path folder) throws Exception {
    var flushed = new ArrayList<Boolean>();
    var out =
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            flushed.add(toString(StandardCharsets.UTF_8).startsWith("<!doctype html>"));
          }
        };
    try (Content content = answer("/", folder)) {
      ((Content.Written) content).writer().writeTo(out);
    }
    return flushed;
  }

  private Content answer(String target, Path folder) throws IOException {
    var request = TestSite.request(TestSite.head("GET", target));
    var asked = new Folder(SitePath.ROOT, folder, false, new SiteRoot(folder, false));
    return view.answer(request, asked).content();
  }

  private static String written(Content content) throws IOException {
    var out = new ByteArrayOutputStream();
    ((Content.Written) content).writer().writeTo(out);
    return out.toString(StandardCharsets.UTF_8);
  }
}
