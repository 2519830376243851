package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import dev.tinwire.testkit.Running;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site as a browser sees it: whatever a page may want is found, and is of its type. */
final class PageInterop {
  private static final int SECONDS = 120;
  private static final int BYTES_A_SECOND = 44_100 * 4;

  /** The smallest of pictures: one dot, as PNG. */
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAA"
                  + "AABJRU5ErkJggg==");

  @TempDir private Path folder;

  private Path site() throws IOException {
    Path root = folder.resolve("site");
    TestSite.in(root)
        .file("index.html", PAGE)
        .file("style/main.css", "@import 'more.css';")
        .file("style/more.css", "body { color: rgb(0, 128, 0) }")
        .file("script/main.js", "import { word } from './part.mjs'; document.title = word;")
        .file("script/part.mjs", "export const word = 'loaded';")
        .file("data.json", "{\"answer\": 42}")
        .file("drawing.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='7' height='7'/>");
    Files.write(root.resolve("dot.png"), DOT);
    Files.write(root.resolve("favicon.ico"), DOT);
    // The eight bytes of an empty module (WebAssembly Core §5.5.16).
    Files.write(root.resolve("empty.wasm"), new byte[] {0, 'a', 's', 'm', 1, 0, 0, 0});
    return root;
  }

  private static final String PAGE =
      """
      <!doctype html><meta charset=utf-8><title>not yet</title>
      <link rel=icon href=favicon.ico>
      <link rel=stylesheet href=style/main.css>
      <script type=module src=script/main.js></script>
      <img id=dot src=dot.png><img id=drawing src=drawing.svg>
      """;

  @Test
  void aPageLoadsWithAllItNeedsAndTheConsoleStaysEmpty() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var browser = Browser.open(folder);
        Running server = ServeProcess.start(site())) {
      browser.go("http://localhost:" + ServeProcess.port(server) + "/");
      browser.await("document.title === 'loaded'");
      assertEquals("\"rgb(0, 128, 0)\"", browser.value("getComputedStyle(document.body).color"));
      assertEquals("1", browser.value("document.getElementById('dot').naturalWidth"));
      assertEquals("7", browser.value("document.getElementById('drawing').naturalWidth"));
      String fetched = "return fetch('data.json').then(r => r.json()).then(j => j.answer);";
      assertEquals("42", browser.run(fetched));
      String compiled =
          "return WebAssembly.compileStreaming(fetch('empty.wasm')).then(() => 'compiled');";
      assertEquals("\"compiled\"", browser.run(compiled));
      assertEquals(
          "true",
          browser.run(
              "return new Promise(r => { const i = new Image(); i.onload = () => r(true);"
                  + " i.src = 'favicon.ico'; });"));
      assertEquals("[]", browser.console());
    }
  }

  @Test
  void whatIsMissingSaysSoInWords() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var browser = Browser.open(folder);
        Running server = ServeProcess.start(site())) {
      browser.go("http://localhost:" + ServeProcess.port(server) + "/nowhere");
      assertEquals("404 Not Found", browser.title());
      assertEquals("\"Not Found\"", browser.value("document.querySelector('h1').innerText"));
      browser.click("a");
      browser.await("document.title === 'loaded'");
    }
  }

  /** A player that jumps asks for a part: Safari plays nothing at all without. */
  @Test
  void aFilmIsPlayedFromTheMiddle() throws Exception {
    Path root = site();
    Files.write(root.resolve("film.wav"), silence());
    Files.writeString(
        root.resolve("film.html"),
        "<!doctype html><title>film</title><link rel=icon href=favicon.ico>"
            + "<video src=film.wav preload=metadata muted></video>");
    assumeTrue(Browser.isHere(), Browser.MISSING);
    try (var browser = Browser.open(folder);
        Running server = ServeProcess.start(root, "--log", "json")) {
      browser.go("http://localhost:" + ServeProcess.port(server) + "/film.html");
      browser.await("document.querySelector('video').readyState >= 1");
      assertEquals(
          Integer.toString(SECONDS),
          browser.value("Math.round(document.querySelector('video').duration)"));
      browser.run("document.querySelector('video').currentTime = " + (SECONDS - 2));
      browser.await("!document.querySelector('video').seeking");
      browser.await("document.querySelector('video').readyState >= 3");
      // The last seconds alone, and not all from the start.
      long most = 4L * BYTES_A_SECOND;
      var line =
          server.awaitLine(
              ".*\"target\":\"/film.wav\".*\"status\":206,.*\"bytes\":([0-9]{1,6}),.*");
      assertTrue(Long.parseLong(line.group(1)) <= most, line.group());
      assertEquals("[]", browser.console());
    }
  }

  /** Silence in the format of compact discs, which every browser plays (RIFF WAVE, PCM). */
  private static byte[] silence() {
    int data = SECONDS * BYTES_A_SECOND;
    return ByteBuffer.allocate(44 + data)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(ascii("RIFF"))
        .putInt(36 + data)
        .put(ascii("WAVEfmt "))
        .putInt(16)
        .putShort((short) 1) // PCM
        .putShort((short) 2)
        .putInt(44_100)
        .putInt(BYTES_A_SECOND)
        .putShort((short) 4)
        .putShort((short) 16)
        .put(ascii("data"))
        .putInt(data)
        .array();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
