package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ?sha256}: the line that sha256sum writes. */
final class DigestTest {
  private static final String HELLO =
      "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

  @TempDir Path root;

  @Test
  void itIsALineThatSha256sumChecks() throws Exception {
    var site = TestSite.in(root).file("a b.txt", "hello");
    var answer = site.get("/a%20b.txt?sha256");
    assertEquals(HELLO + "  a b.txt\n", answer.text());
    assertEquals("text/plain;charset=utf-8", answer.field("Content-Type"));
    assertEquals("no-cache", answer.field("Cache-Control"));
    assertEquals(404, site.get("/nothing?sha256").status());
  }

  @Test
  void itIsThatOfTheFileAsItIsNow() throws Exception {
    byte[] large = new byte[300_000];
    new Random(7).nextBytes(large);
    Files.write(root.resolve("x"), large);
    var handler = TestSite.in(root).handler();
    String head = TestSite.head("GET", "/x?sha256");
    for (int i = 0; i < 2; i++) { // the second from memory
      assertEquals(hex(large) + "  x\n", TestSite.ask(handler, head).text());
    }
    large[299_999]++;
    Files.write(root.resolve("x"), large);
    assertEquals(hex(large) + "  x\n", TestSite.ask(handler, head).text());
  }

  @Test
  void anEmptyFileHasOneToo() throws Exception {
    assertEquals(
        hex(new byte[0]) + "  e\n", TestSite.in(root).file("e", "").get("/e?sha256").text());
  }

  @Test
  void aNameThatWouldBreakTheLineIsEscapedAsCoreutilsDo() {
    assertEquals("\\00  a\\nb\\\\\n", DigestAnswer.line(new byte[1], "a\nb\\"));
  }

  private static String hex(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
