package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A headless Chromium and what a person does with it. Elements are named by CSS selectors.
 *
 * <pre>{@code
 * try (var browser = Browser.open(folder)) {
 *   browser.go("http://127.0.0.1:8080/");
 *   browser.type("#filter", "track" + Browser.ENTER);
 *   browser.await("document.title === 'track 9'");
 * }
 * }</pre>
 */
final class Browser implements AutoCloseable {
  /** Keys that are no characters (W3C WebDriver §17.4.2). */
  static final String ENTER = "\uE007";

  static final String ESCAPE = "\uE00C";
  static final String TAB = "\uE004";
  static final String END = "\uE010";

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
  private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf"; // §12.1

  /** How long anything on a page may take before it counts as never happening. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WebDriver driver;
  private final String session;
  private final Path downloads;

  private Browser(WebDriver driver, String session, Path downloads) {
    this.driver = driver;
    this.session = session;
    this.downloads = downloads;
  }

  /** Skips the test where there is none; profile and downloads go into that folder. */
  static Browser open(Path folder) throws IOException {
    assumeTrue(Files.isExecutable(CHROMIUM), "chromium is not installed");
    assumeTrue(Files.isExecutable(DRIVER), "chromedriver is not installed");
    Path downloads = Files.createDirectories(folder.resolve("downloads"));
    WebDriver driver = WebDriver.start(DRIVER.toString());
    boolean opened = false;
    try {
      Json made = driver.command("POST", "/session", wishes(folder.resolve("profile"), downloads));
      opened = true;
      return new Browser(driver, "/session/" + made.get("sessionId").text(), downloads);
    } finally {
      if (!opened) driver.close();
    }
  }

  private static Json.Obj wishes(Path profile, Path downloads) {
    var words =
        Json.array(
            new Json.Str("--headless=new"),
            new Json.Str("--no-sandbox"), // which root cannot have; the pages are ours
            new Json.Str("--disable-gpu"),
            new Json.Str("--disable-background-networking"), // it would look for its maker
            new Json.Str("--user-data-dir=" + profile));
    var options =
        Json.object()
            .put("binary", CHROMIUM.toString())
            .put("args", words)
            .put("prefs", Json.object().put("download.default_directory", downloads.toString()));
    var always =
        Json.object()
            .put("goog:chromeOptions", options)
            .put("goog:loggingPrefs", Json.object().put("browser", "ALL"))
            .put("acceptInsecureCerts", true); // ours is our own
    return Json.object().put("capabilities", Json.object().put("alwaysMatch", always));
  }

  private Json post(String path, Json.Obj parameters) throws IOException {
    return driver.command("POST", session + path, parameters);
  }

  /** Goes there, and waits until it is loaded. */
  void go(String url) throws IOException {
    post("/url", Json.object().put("url", url));
  }

  String title() throws IOException {
    return driver.command("GET", session + "/title", Json.object()).text();
  }

  String url() throws IOException {
    return driver.command("GET", session + "/url", Json.object()).text();
  }

  /** The value of an expression. */
  Json value(String expression) throws IOException {
    return run("return " + expression + ";");
  }

  /** What a function with this body returns; a promise is waited for (§13.2.1). */
  Json run(String body) throws IOException {
    return post("/execute/sync", Json.object().put("script", body).put("args", Json.array()));
  }

  /** Waits until the expression is true, looking in each frame the browser draws. */
  void await(String expression) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!value("!!(" + expression + ")").truth()) {
      if (System.nanoTime() > end) throw new AssertionError("never came true: " + expression);
    }
  }

  void click(String selector) throws IOException {
    post("/element/" + element(selector) + "/click", Json.object());
  }

  /** Types into an element; into a file field the paths of files. */
  void type(String selector, String keys) throws IOException {
    post("/element/" + element(selector) + "/value", Json.object().put("text", keys));
  }

  /** Presses keys wherever the focus is. */
  void press(String keys) throws IOException {
    var actions = new ArrayList<Json>();
    for (String key : keys.split("", -1)) {
      if (key.isEmpty()) continue;
      actions.add(Json.object().put("type", "keyDown").put("value", key));
      actions.add(Json.object().put("type", "keyUp").put("value", key));
    }
    var keyboard =
        Json.object()
            .put("type", "key")
            .put("id", "keyboard")
            .put("actions", new Json.Arr(actions));
    post("/actions", Json.object().put("actions", Json.array(keyboard)));
  }

  private String element(String selector) throws IOException {
    var search = Json.object().put("using", "css selector").put("value", selector);
    return post("/element", search).get(ELEMENT).text();
  }

  /** What the page wrote to the console or the browser complained of, since the last call. */
  List<String> console() throws IOException {
    var said = new ArrayList<String>();
    for (Json line : post("/se/log", Json.object().put("type", "browser")).items()) {
      said.add(line.get("level").text() + " " + line.get("message").text());
    }
    return said;
  }

  /** A command of the browser's own protocol (DevTools), for what WebDriver cannot do. */
  Json devTools(String command, Json.Obj parameters) throws IOException {
    return post("/goog/cdp/execute", Json.object().put("cmd", command).put("params", parameters));
  }

  /** Waits for a download of that name, which has it when it is whole. */
  Path downloaded(String name) {
    Path file = downloads.resolve(name);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() > end) throw new AssertionError(name + " was never downloaded");
      Thread.onSpinWait();
    }
    return file;
  }

  /** What it looks like now, as PNG. */
  byte[] screenshot() throws IOException {
    String coded = driver.command("GET", session + "/screenshot", Json.object()).text();
    return Base64.getDecoder().decode(coded);
  }

  @Override
  public void close() throws IOException {
    try (driver) {
      driver.command("DELETE", session, Json.object());
    }
  }
}
