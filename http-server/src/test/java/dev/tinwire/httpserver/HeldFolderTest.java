package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HeldFolderTest {
  @TempDir Path around;
  private Path root = Path.of("");

  @BeforeEach
  void aTree() throws IOException {
    root = Files.createDirectory(around.resolve("site")).toRealPath();
    TestSite.in(root).file("a", "a").file("in/b", "b").link("out", "..").link("to-in", "in");
  }

  @Test
  void itIsReachedWithoutFollowingALink() throws IOException {
    try (var in = HeldFolder.open(root, root.resolve("in"))) {
      assertTrue(in.look("b").orElseThrow().isRegularFile());
    }
    assertThrows(IOException.class, () -> HeldFolder.open(root, root.resolve("to-in")).close());
    try (var top = HeldFolder.open(root, root)) {
      assertThrows(IOException.class, () -> top.folder("out").close());
      assertTrue(top.look("out").orElseThrow().isSymbolicLink());
    }
  }

  @Test
  void whatIsMadeLiesInItAlsoWhenItHasMovedMeanwhile() throws IOException {
    try (var in = HeldFolder.open(root, root.resolve("in"))) {
      Files.move(root.resolve("in"), root.resolve("moved"));
      Files.createSymbolicLink(root.resolve("in"), around);
      in.create("new").close();
      assertTrue(in.moveIfFree("new", in, "named"));
      in.deleteFile("b");
      NewFolder.make(in, "folder", new Random(1));
    }
    assertEquals(List.of("folder", "named"), names(root.resolve("moved")));
    assertEquals(List.of("site"), names(around));
  }

  @Test
  void aNameThatIsTakenIsNeverReplaced() throws IOException {
    try (var top = HeldFolder.open(root, root)) {
      for (String taken : List.of("in", "out", "to-in")) {
        assertFalse(top.moveIfFree("a", top, taken), taken);
      }
      assertThrows(IOException.class, () -> top.moveIfFree("nothing", top, "new"));
      assertTrue(top.look("new").isEmpty(), "the name stays taken by nothing");
      assertTrue(top.moveIfFree("a", top, "new"));
    }
    assertEquals("a", Files.readString(root.resolve("new")));
  }

  /** Another program may rename something over the name that we have taken. */
  @Test
  void whatTakesTheNameMeanwhileStays() throws IOException {
    try (var top = HeldFolder.open(root, root)) {
      var claim = NameClaim.of(top, "new").orElseThrow();
      assertTrue(NameClaim.of(top, "new").isEmpty(), "for one alone");
      Files.writeString(root.resolve("theirs"), "theirs");
      Files.move(root.resolve("theirs"), root.resolve("new"), StandardCopyOption.ATOMIC_MOVE);
      assertFalse(claim.fill(top, "a"));
    }
    assertEquals("theirs", Files.readString(root.resolve("new")));
    assertEquals("a", Files.readString(root.resolve("a")), "and what was to have it is there yet");
  }

  private static List<String> names(Path folder) throws IOException {
    try (var all = Files.list(folder)) {
      return all.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
