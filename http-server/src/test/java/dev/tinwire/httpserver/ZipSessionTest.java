package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Archives over a socket: their length, and what happens when it cannot be kept. */
class ZipSessionTest {
  @TempDir Path root;

  @Test
  void headGivesTheLengthAndReadsNoFile() throws Exception {
    TestSite.in(root).file("f/a", "first").file("f/b", "second");
    var asked = new AtomicInteger();
    Site site =
        path -> {
          if (!path.slash()) asked.incrementAndGet();
          return new SiteRoot(root, false).find(path);
        };
    try (var server = new LocalServer(TestSite.in(root).handler(site, SiteOptions.DEFAULT))) {
      String head = server.said("HEAD /f/?zip HTTP/1.0\r\n\r\n");
      assertTrue(head.endsWith("\r\n\r\n"), head);
      assertEquals(0, asked.get());
      String whole = server.said("GET /f/?zip HTTP/1.0\r\n\r\n");
      int length = whole.length() - whole.indexOf("\r\n\r\n") - 4;
      assertTrue(head.contains("\r\nContent-Length: " + length + "\r\n"), head);
    }
  }

  /** Asked for the n-th time after its length was promised, it is another. */
  @ParameterizedTest(name = "{0} at the opening {1}")
  @CsvSource({"grows, 1", "shrinks, 1", "goes, 1", "is written, 1", "grows, 2", "is written, 2"})
  void aFileThatChangesEndsTheConnection(String change, int when) throws Exception {
    TestSite.in(root).file("f/a", "first").file("f/b", "second").file("f/c", "third");
    var opened = new AtomicInteger();
    Site site =
        path -> {
          if (path.toString().equals("/f/b") && opened.incrementAndGet() == when) change(change);
          return new SiteRoot(root, false).find(path);
        };
    try (var server = new LocalServer(TestSite.in(root).handler(site, SiteOptions.DEFAULT))) {
      assertThrows(IOException.class, () -> server.said("GET /f/?zip HTTP/1.0\r\n\r\n"));
      var failure = assertInstanceOf(FileChanged.class, server.failure());
      assertEquals("f/b changed while the archive it is in was sent", failure.getMessage());
      assertFalse(server.served().whole());
    }
  }

  private void change(String change) throws IOException {
    Path file = root.resolve("f/b");
    switch (change) {
      case "grows" -> Files.writeString(file, "more", StandardOpenOption.APPEND);
      case "shrinks" -> Files.writeString(file, "s");
      case "goes" -> Files.delete(file);
      case "is written" -> Files.writeString(file, "SECOND");
      default -> throw new AssertionError(change);
    }
  }

  @Test
  void theConnectionGoesOnAfterAnArchive() throws Exception {
    TestSite.in(root).file("f/a", "first");
    try (var server = new LocalServer(TestSite.in(root).handler())) {
      String both =
          server.said(
              """
              GET /f/?zip HTTP/1.1
              Host: x

              GET /f/a HTTP/1.1
              Host: x
              Connection: close

              """
                  .replace("\n", "\r\n"));
      assertTrue(both.endsWith("\r\n\r\nfirst"), both);
    }
  }
}
