package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real browser sends files, with the page's script and without it. */
@Tag("interop")
final class ReceiveInterop {
  @TempDir private Path folder;
  private Path root = Path.of("");
  private Browser browser;

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    root = Files.createDirectory(folder.resolve("site"));
    browser = Browser.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    if (browser != null) browser.close(); // where there is none nothing was opened
  }

  private void go(LocalServer server) throws IOException {
    // Loopback counts as trustworthy, so that the browser says where its requests come from.
    browser.go("http://127.0.0.1:" + server.address().getPort() + "/");
  }

  /** What a hand does with a mouse: files and folders of this disk, dropped on the page. */
  private void drop(Path... paths) throws IOException {
    var files =
        Json.array(Stream.of(paths).map(p -> new Json.Str(p.toString())).toArray(Json[]::new));
    for (String type : List.of("dragEnter", "dragOver", "drop")) {
      var data =
          Json.object().put("items", Json.array()).put("files", files).put("dragOperationsMask", 1);
      browser.devTools(
          "Input.dispatchDragEvent",
          Json.object().put("type", type).put("x", 300).put("y", 200).put("data", data).print());
    }
  }

  private void awaitRow(String name) throws IOException {
    browser.await(
        "[...document.querySelectorAll('tbody tr')].some(r => r.cells[0].textContent === '"
            + name
            + "')");
  }

  @Test
  void aFolderThatIsDroppedArrivesWithAllThatIsInIt() throws Exception {
    byte[] large = new byte[9 << 20]; // more than goes in one piece
    new Random(3).nextBytes(large);
    Path tree = folder.resolve("my tree");
    TestSite.in(tree).file("a b.txt", "one").file("deep/\u00e4&%.txt", "two").file(".hidden", "x");
    for (int i = 0; i < 120; i++) TestSite.in(tree).file("many/" + i, "n" + i); // readers give 100
    Files.write(tree.resolve("large.bin"), large);
    Path single = Files.writeString(folder.resolve("single.txt"), "alone");
    try (var server = Inbox.uploads(root, "/").server()) {
      go(server);
      drop(tree, single);
      browser.await("document.getElementById('transfers').textContent.includes('1 hidden file')");
      browser.await(
          "[...document.querySelectorAll('#transfers li')].filter(l => /Done/.test(l.textContent))"
              + ".length === 124");
    }
    var inbox = Inbox.uploads(root, "/");
    assertEquals("one", inbox.read("my tree/a b.txt"));
    assertEquals("two", inbox.read("my tree/deep/\u00e4&%.txt"));
    assertEquals("n119", inbox.read("my tree/many/119"));
    assertEquals("alone", inbox.read("single.txt"));
    assertTrue(
        java.util.Arrays.equals(large, Files.readAllBytes(root.resolve("my tree/large.bin"))));
    assertFalse(
        inbox.names().stream()
            .anyMatch(name -> name.contains(".tinwire") || name.contains(".hidden")));
    // It is asked how much of the large one is there: nothing, which is a 404.
    for (Json line : Json.parse(browser.console()).items()) {
      String message = line.get("message").text();
      assertTrue(message.contains("large.bin - Failed"), message);
    }
  }

  @Test
  void aFileOfANameThatIsThereAsksWhatToDo() throws Exception {
    Files.writeString(root.resolve("a.txt"), "old");
    Path file = Files.writeString(folder.resolve("a.txt"), "new");
    try (var server = Inbox.writable(root).server()) {
      go(server);
      drop(file);
      browser.await("/There is one/.test(document.getElementById('transfers').textContent)");
      assertEquals("old", Inbox.writable(root).read("a.txt"));
      browser.click("#transfers button"); // Keep both
      awaitRow("a (2).txt");
      drop(file);
      browser.await("document.querySelectorAll('#transfers button').length === 2");
      browser.click("#transfers button:last-of-type"); // Replace
      browser.await("!document.querySelector('#transfers li')");
    }
    assertEquals("new", Inbox.writable(root).read("a.txt"));
    assertEquals("new", Inbox.writable(root).read("a (2).txt"));
  }

  @Test
  void theFormsWorkWithoutScript() throws Exception {
    Path file = Files.writeString(folder.resolve("plain form.txt"), "by form");
    browser.devTools("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
    try (var server = Inbox.writable(root).server()) {
      go(server);
      browser.type("#upload input[type=file]", file.toString());
      browser.click("#upload button");
      awaitFile("plain form.txt");
      browser.type("input[name=name]", "new folder");
      browser.click("form[action='./?mkdir'] button");
      awaitFile("new folder");
      go(server);
      browser.click("a[href='./plain%20form.txt?rename']");
      awaitTitle("Rename");
      browser.type("input[name=name]", Browser.END + ".bak");
      browser.click("form button");
      awaitFile("plain form.txt.bak");
      go(server);
      browser.click("a[href='./new%20folder?delete']");
      awaitTitle("Delete");
      browser.click("form button");
      while (Files.exists(root.resolve("new folder"))) Thread.onSpinWait();
    }
    assertEquals(List.of("plain form.txt.bak"), Inbox.writable(root).names());
    assertEquals("by form", Inbox.writable(root).read("plain form.txt.bak"));
  }

  private void awaitTitle(String title) throws IOException {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!browser.title().equals(title)) {
      if (System.nanoTime() > end) throw new AssertionError(title + " never came");
    }
  }

  /** The page cannot be asked: its script is off. */
  private void awaitFile(String name) {
    long end = System.nanoTime() + 20_000_000_000L;
    while (!Files.exists(root.resolve(name))) {
      if (System.nanoTime() > end) throw new AssertionError(name + " never came");
      Thread.onSpinWait();
    }
  }

  @Test
  void anUploadedPageCannotActInOurName() throws Exception {
    Files.writeString(
        root.resolve("evil.html"),
        "<title>calm</title><script>document.title = 'acting'</script>"
            + "<form id=f method=post action='./?mkdir'><input name=name value=stolen></form>"
            + "<p onclick='document.title = 1'>text</p>");
    Files.writeString(
        root.resolve("evil.svg"),
        "<svg xmlns='http://www.w3.org/2000/svg'><title>calm</title><script>"
            + "document.title = 'acting'</script></svg>");
    try (var server = Inbox.writable(root).server()) {
      String base = "http://127.0.0.1:" + server.address().getPort() + "/";
      browser.go(base + "evil.html");
      assertEquals("calm", browser.title());
      assertEquals("null", browser.text("self.origin"));
      browser.go(base + "evil.svg");
      assertFalse(browser.title().contains("acting"), browser.title());
    }
    assertEquals(List.of("evil.html", "evil.svg"), Inbox.writable(root).names());
  }

  /** What another site's page makes the browser send is refused. */
  @Test
  void aPageOfAnotherSiteChangesNothingHere() throws Exception {
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.writeString(other.resolve("index.html"), "<title>other</title>");
    Files.writeString(root.resolve("a.txt"), "old");
    try (var server = Inbox.writable(root).server();
        var evil = new LocalServer(TestSite.in(other).handler())) {
      go(evil);
      String target = "http://127.0.0.1:" + server.address().getPort() + "/";
      String form =
          "const f = Object.assign(document.createElement('form'), {method: 'post', action: '"
              + target
              + "a.txt?delete'}); document.body.append(f); f.submit();";
      browser.run(form);
      browser.await("location.href.includes('a.txt')");
      assertTrue(browser.text("document.body.textContent").contains("Another site"));
      go(evil);
      browser.run(
          "return fetch('"
              + target
              + "b', {method: 'POST', mode: 'no-cors', body: 'x'})"
              + ".then(() => 1, () => 1);");
      browser.run(
          "return fetch('" + target + "a.txt', {method: 'DELETE'}).then(() => 1, () => 1);");
    }
    assertEquals(List.of("a.txt"), Inbox.writable(root).names());
  }
}
