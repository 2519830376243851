package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Fields;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §8.4, §12.5.3: the same file in several codings. */
class CodingTest {
  private static final String LONG = "all work and no play ".repeat(1000);

  @TempDir Path root;

  private TestSite site() {
    return TestSite.in(root);
  }

  @BeforeEach
  void files() throws IOException {
    site()
        .file("a.js", "plain")
        .file("a.js.br", "BR")
        .file("a.js.gz", "GZ")
        .file("only.css", "plain")
        .file("only.css.gz", "GZ")
        .file("photo.png", LONG)
        .file("photo.png.gz", "GZ")
        .file("long.txt", LONG)
        .file("short.txt", "short");
  }

  @ParameterizedTest(name = "{0} with Accept-Encoding [{1}] is [{2}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /a.js       |                          |
          /a.js       | gzip, deflate, br, zstd  | br
          /a.js       | gzip                     | gzip
          /a.js       | x-gzip                   | gzip
          /a.js       | br;q=0.5, gzip           | gzip
          /a.js       | br;q=0, gzip;q=0         |
          /a.js       | *                        | br
          /a.js       | identity, gzip;q=0.5     |
          /a.js       | identity;q=0.5, gzip     | gzip
          /a.js       | identity;q=0, br         | br
          /a.js       | zstd, identity;q=0       |
          /a.js       | gzip;q=2                 |
          /only.css   | gzip, br                 | gzip
          /only.css   | br                       |
          /photo.png  | gzip, br                 |
          /long.txt   | gzip                     | gzip
          /long.txt   | br, gzip                 | gzip
          /long.txt   | br                       |
          /short.txt  | gzip                     |
          """)
  void theCodingWantedMostIsSent(String target, @Nullable String accepted, @Nullable String coding)
      throws IOException {
    var reply =
        accepted == null ? site().get(target) : site().get(target, "Accept-Encoding: " + accepted);
    assertEquals(200, reply.status());
    assertEquals(coding == null ? "" : coding, reply.field("Content-Encoding"));
    assertEquals(target.endsWith("png") ? "" : "Accept-Encoding", reply.field("Vary"));
    assertEquals(site().get(target).field("Content-Type"), reply.field("Content-Type"));
  }

  /** §8.8.3.3: each representation has a tag of its own, and ranges of its own bytes. */
  @Test
  void aCompressedSiblingIsARepresentationOfItsOwn() throws IOException {
    var plain = site().get("/a.js");
    var coded = site().get("/a.js", "Accept-Encoding: br");
    assertNotEquals(plain.field("ETag"), coded.field("ETag"));
    assertEquals("BR", coded.text());
    var part = site().get("/a.js", "Accept-Encoding: br", "Range: bytes=1-");
    assertEquals(
        "206 R br", part.status() + " " + part.text() + " " + part.field("Content-Encoding"));
    String mixed = "If-Range: " + plain.field("ETag");
    assertEquals(
        200, site().get("/a.js", "Accept-Encoding: br", "Range: bytes=1-", mixed).status());
    String other = "If-None-Match: " + plain.field("ETag");
    assertEquals(200, site().get("/a.js", "Accept-Encoding: br", other).status());
    assertEquals(304, site().get("/a.js", other).status());
  }

  /** Nobody could tell whether the parts of a coded multipart are coded. */
  @Test
  void severalRangesOfACodedFileAreTheWhole() throws IOException {
    var reply = site().get("/only.css", "Accept-Encoding: gzip", "Range: bytes=0-0,1-1");
    assertEquals("200 GZ", reply.status() + " " + reply.text());
  }

  @Test
  void aSiblingOlderThanItsFileIsOfWhatWasThereBefore() throws IOException {
    Files.setLastModifiedTime(root.resolve("a.js.br"), FileTime.from(Instant.EPOCH));
    assertEquals("GZ", site().get("/a.js", "Accept-Encoding: br, gzip").text());
  }

  /** Browsers would unpack it, and people would get something else than they clicked on. */
  @Test
  void aCompressedFileAskedForByNameIsNotCoded() throws IOException {
    var reply = site().get("/a.js.gz", "Accept-Encoding: gzip");
    assertEquals("application/gzip", reply.field("Content-Type"));
    assertEquals("", reply.field("Content-Encoding"));
  }

  @Test
  void textIsCompressedWhileItIsSent() throws IOException {
    var reply = site().get("/long.txt", "Accept-Encoding: gzip");
    assertTrue(reply.length().isEmpty() && reply.bytes().length < LONG.length() / 10);
    try (var in = new GZIPInputStream(new ByteArrayInputStream(reply.bytes()))) {
      assertEquals(LONG, new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertEquals("", reply.field("Accept-Ranges"));
    assertEquals("text/plain;charset=utf-8", reply.field("Content-Type"));
  }

  /** §8.8.1: weak, and not the plain file's. */
  @Test
  void whatIsCompressedOnTheFlyHasAWeakTagOfItsOwn() throws IOException {
    String accepts = "Accept-Encoding: gzip";
    String tag = site().get("/long.txt", accepts).field("ETag");
    assertTrue(tag.matches("W/\"[0-9a-f]+-gzip\""), tag);
    assertEquals(304, site().get("/long.txt", accepts, "If-None-Match: " + tag).status());
    assertEquals(200, site().get("/long.txt", "If-None-Match: " + tag).status());
  }

  @Test
  void whoAsksForAPartGetsThePlainBytes() throws IOException {
    var part = site().get("/long.txt", "Accept-Encoding: gzip", "Range: bytes=0-2");
    assertEquals(
        "206 all ", part.status() + " " + part.text() + " " + part.field("Content-Encoding"));
  }

  @Test
  void aFileCutShortIsNoWholeAnswer() throws IOException {
    var answer =
        site()
            .handler()
            .answer(TestSite.request(TestSite.head("GET", "/long.txt", "Accept-Encoding: gzip")));
    site().file("long.txt", "cut");
    try (var content = answer.content()) {
      var writer = ((Content.Written) content).writer();
      assertThrows(EOFException.class, () -> writer.writeTo(OutputStream.nullOutputStream()));
    }
  }

  @Test
  void codingsComeInTheOrderTheyAreWanted() {
    var wanted = Negotiation.wanted(Fields.of("Accept-Encoding", "gzip;q=0.2, br;q=0.1"));
    assertEquals("[GZIP, GZIP_ON_THE_FLY, BROTLI]", wanted.toString());
  }
}
