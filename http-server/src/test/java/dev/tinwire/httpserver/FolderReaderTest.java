package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FolderReaderTest {
  @TempDir Path temp;
  private Path site;

  @BeforeEach
  void aSiteWithAllKindsOfThings() throws IOException {
    site = Files.createDirectory(temp.toRealPath().resolve("site"));
    Files.writeString(temp.resolve("secret"), "s");
    Files.writeString(site.resolve("a.txt"), "12345");
    Files.writeString(site.resolve(".env"), "e");
    Files.createDirectory(site.resolve(".well-known"));
    Files.createDirectory(site.resolve("folder"));
    Files.createSymbolicLink(site.resolve("inside"), Path.of("a.txt"));
    Files.createSymbolicLink(site.resolve("outside"), temp.resolve("secret"));
    Files.createSymbolicLink(site.resolve("to-hidden"), Path.of(".env"));
    Files.createSymbolicLink(site.resolve("circle"), Path.of("circle"));
    Files.createSymbolicLink(site.resolve("folder-link"), Path.of("folder"));
  }

  @Test
  void whatWouldNotBeServedIsNotListed() throws Exception {
    assertEquals(
        List.of(".well-known/", "a.txt", "folder-link/", "folder/", "inside"), names(false));
  }

  @Test
  void hiddenNamesAreListedIfTheyAreServed() throws Exception {
    assertEquals(
        List.of(".env", ".well-known/", "a.txt", "folder-link/", "folder/", "inside", "to-hidden"),
        names(true));
  }

  @Test
  void aLinkIsShownAsWhatItLeadsTo() throws Exception {
    var link =
        reader(false, 100).read(() -> true).entries().stream()
            .filter(entry -> entry.name().equals("inside"))
            .findFirst()
            .orElseThrow();
    assertEquals(5, link.bytes());
  }

  @Test
  void moreThanTheLimitIsNotReadAndThatIsSaid() throws Exception {
    var cut = reader(false, 4).read(() -> true);
    assertEquals(4, cut.entries().size());
    assertFalse(cut.complete());
    assertTrue(reader(false, 5).read(() -> true).complete(), "just as many as may be");
  }

  private List<String> names(boolean hidden) throws IOException {
    return reader(hidden, 100).read(() -> true).entries().stream()
        .map(entry -> entry.name() + entry.slash())
        .sorted()
        .toList();
  }

  private FolderReader reader(boolean hidden, int most) {
    var folder = new Folder(SitePath.ROOT, site, false, new SiteRoot(site, hidden));
    return new FolderReader(folder, hidden, most);
  }
}
