package dev.tinwire.httpserver;

import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Browser;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The listing in a real browser, by keyboard and by mouse. */
final class ListingInterop {
  private static final String NAMES =
      "[...document.querySelectorAll('tbody tr')].filter(r => !r.hidden && !r.dataset.up)"
          + ".map(r => r.cells[0].textContent)";

  @TempDir private Path folder;
  private Browser browser;
  private Running server;
  private String url = "";

  @BeforeEach
  void open() throws Exception {
    assumeTrue(Browser.isHere(), Browser.MISSING);
    TestSite.in(folder.resolve("site"))
        .file("track 10.txt", "ten")
        .file("track 9.txt", "0123456789")
        .file("Anna.txt", "a")
        .file("photos/one.txt", "1")
        .file("photos/deep/two.txt", "22")
        .file("a&b <i>\"'%23?.txt", "odd")
        .file("evil\u202Egnp.exe", "turned");
    browser = Browser.open(folder);
    server = ServeProcess.start(folder.resolve("site"));
    url = "http://localhost:" + ServeProcess.port(server) + "/";
    browser.go(url);
  }

  @AfterEach
  void close() throws IOException {
    // Where there is no browser nothing was opened.
    if (server != null) server.close();
    if (browser != null) browser.close();
  }

  private String names() throws IOException {
    return browser.text(NAMES + ".join('|')");
  }

  private void awaitNames(String expected) throws IOException {
    browser.await(NAMES + ".join('|') === '" + expected + "'");
  }

  @Test
  void foldersComeFirstAndNumbersCount() throws Exception {
    assertTrue(names().startsWith("photos/|a&b <i>\"'%23?.txt|Anna.txt|"), names());
    assertTrue(names().endsWith("track 9.txt|track 10.txt"), names());
    assertEquals("0", browser.value("document.querySelectorAll('i:not(nav i)').length"));
    assertEquals("[]", browser.console());
  }

  @Test
  void byKeyboardOneFiltersAndEnters() throws Exception {
    browser.press("/");
    browser.press("photo");
    awaitNames("photos/");
    browser.press(Browser.ENTER);
    browser.await("location.pathname === '/photos/'");
    awaitNames("deep/|one.txt");
    assertEquals("[]", browser.console());
  }

  @Test
  void escapeShowsAllAgain() throws Exception {
    String all = names();
    browser.type("#filter", "TRACK");
    awaitNames("track 9.txt|track 10.txt");
    browser.press(Browser.ESCAPE);
    assertEquals(all, names());
  }

  @Test
  void byMouseOneSortsEntersAndComesBack() throws Exception {
    browser.click("th[data-column=size] a");
    browser.await("location.search === '?sort=size&order=asc'");
    assertTrue(names().endsWith("track 9.txt"), names());
    browser.click("th[data-column=size] a");
    browser.await("location.search === '?sort=size&order=desc'");
    assertTrue(names().startsWith("photos/|track 9.txt|"), names());
    browser.click("a[href='./photos/']");
    browser.await("location.pathname === '/photos/'");
    browser.click("a[href='./deep/']");
    browser.await("location.pathname === '/photos/deep/'");
    browser.click("nav a"); // the breadcrumb begins with the folder that is served
    browser.await("location.pathname === '/'");
    assertEquals("[]", browser.console());
  }

  @Test
  void aFolderOfManyIsFilteredAndSortedAsAWhole() throws Exception {
    var many = TestSite.in(folder.resolve("site"));
    for (int i = 0; i < 450; i++) many.file("many/" + i + ".txt", "x".repeat(i));
    browser.go(url + "many/");
    String expected = IntStream.range(0, 450).mapToObj(i -> i + ".txt").collect(joining("|"));
    assertEquals(expected, names());
    browser.type("#filter", "49");
    awaitNames("49.txt|149.txt|249.txt|349.txt|449.txt");
    browser.click("th[data-column=size] a");
    browser.click("th[data-column=size] a");
    awaitNames("449.txt|349.txt|249.txt|149.txt|49.txt");
    browser.type("#filter", Browser.ESCAPE);
    browser.await(NAMES + ".length === 450");
    assertTrue(names().startsWith("449.txt|448.txt|"), names());
    assertTrue(names().endsWith("|1.txt|0.txt"), names());
    assertEquals("[]", browser.console());
  }

  @Test
  void aNameOfOddCharactersLeadsToItsFile() throws Exception {
    browser.click("tbody tr:nth-child(2) a");
    browser.await("document.body.innerText.trim() === 'odd'");
  }

  @Test
  void aFolderIsDownloadedAsAZipAndUnpacked() throws Exception {
    browser.go(url + "photos/");
    browser.click("a.button");
    Path zip = browser.downloaded("photos.zip");
    assertEquals(
        "{photos/=, photos/deep/=, photos/deep/two.txt=22, photos/one.txt=1}",
        Unzipped.streamed(Files.readAllBytes(zip)).toString());
  }

  @ParameterizedTest(name = "{0} pixels wide")
  @ValueSource(ints = {320, 1280})
  void nothingIsWiderThanTheScreen(int width) throws Exception {
    browser.devTools(
        "Emulation.setDeviceMetricsOverride",
        Json.object()
            .put("width", width)
            .put("height", 800)
            .put("deviceScaleFactor", 1)
            .put("mobile", width < 500)
            .print());
    browser.go(url);
    assertEquals(Integer.toString(width), browser.value("document.documentElement.scrollWidth"));
  }
}
