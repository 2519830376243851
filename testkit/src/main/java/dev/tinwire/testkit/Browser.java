package dev.tinwire.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * A headless Chromium and what a person does with it. Elements are named by CSS selectors; what
 * pages say comes as JSON.
 *
 * <pre>{@code
 * assumeTrue(Browser.isHere(), Browser.MISSING);
 * try (var browser = Browser.open(folder)) {
 *   browser.go("http://127.0.0.1:8080/");
 *   browser.type("#filter", "track" + Browser.ENTER);
 *   browser.await("document.title === 'track 9'");
 * }
 * }</pre>
 */
public final class Browser implements AutoCloseable {
  /** Why a test is skipped where there is none. */
  public static final String MISSING = "no chromium, or no chromedriver";

  /** Keys that are no characters (W3C WebDriver §17.4.2). */
  public static final String ENTER = "\uE007";

  public static final String ESCAPE = "\uE00C";
  public static final String END = "\uE010";

  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

  /** How long anything on a page may take before it counts as never happening. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final Pattern SESSION = Pattern.compile("\"sessionId\":\"([^\"]+)\"");

  /** An element is named so (§12.1). */
  private static final Pattern ELEMENT =
      Pattern.compile("\"element-6066-11e4-a52e-4f735466cecf\":\"([^\"]+)\"");

  private final WebDriver driver;
  private final String session;
  private final Path downloads;

  private Browser(WebDriver driver, String session, Path downloads) {
    this.driver = driver;
    this.session = session;
    this.downloads = downloads;
  }

  public static boolean isHere() {
    return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
  }

  /** Profile and downloads go into that folder. */
  public static Browser open(Path folder) throws IOException, InterruptedException {
    Path downloads = Files.createDirectories(folder.resolve("downloads"));
    WebDriver driver = WebDriver.start(DRIVER.toString());
    boolean opened = false;
    try {
      String made = driver.post("/session", wishes(folder.resolve("profile"), downloads));
      String session = "/session/" + only(SESSION, made);
      opened = true;
      return new Browser(driver, session, downloads);
    } finally {
      if (!opened) driver.close();
    }
  }

  private static String wishes(Path profile, Path downloads) {
    // Root cannot have a sandbox, the pages are ours; it would look for its maker; so is our TLS.
    return """
    {"capabilities": {"alwaysMatch": {
      "goog:chromeOptions": {
        "binary": %s,
        "args": ["--headless=new", "--no-sandbox", "--disable-gpu",
          "--disable-background-networking", %s],
        "prefs": {"download.default_directory": %s}
      },
      "goog:loggingPrefs": {"browser": "ALL"},
      "acceptInsecureCerts": true
    }}}
    """
        .formatted(
            JsonText.quoted(CHROMIUM.toString()),
            JsonText.quoted("--user-data-dir=" + profile),
            JsonText.quoted(downloads.toString()));
  }

  private static String only(Pattern pattern, String json) {
    var found = pattern.matcher(json);
    if (!found.find()) throw new AssertionError("no " + pattern + " in " + json);
    return found.group(1);
  }

  private String post(String path, String json) throws IOException {
    return driver.post(session + path, json);
  }

  /** Goes there, and waits until it is loaded. */
  public void go(String url) throws IOException {
    post("/url", "{\"url\":" + JsonText.quoted(url) + "}");
  }

  public String title() throws IOException {
    return JsonText.unquoted(driver.get(session + "/title"));
  }

  public String url() throws IOException {
    return JsonText.unquoted(driver.get(session + "/url"));
  }

  /** The value of an expression, as JSON. */
  public String value(String expression) throws IOException {
    return run("return " + expression + ";");
  }

  /** The value of an expression that is a string. */
  public String text(String expression) throws IOException {
    return JsonText.unquoted(value(expression));
  }

  /**
   * What a function with this body returns, as JSON; a promise is waited for (§13.2.1).
   *
   * @param arguments of the function, as JSON
   */
  public String run(String body, String... arguments) throws IOException {
    String values = String.join(",", arguments);
    return post(
        "/execute/sync", "{\"script\":" + JsonText.quoted(body) + ",\"args\":[" + values + "]}");
  }

  /** Waits until the expression is true, looking in each frame the browser draws. */
  public void await(String expression) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!value("!!(" + expression + ")").equals("true")) {
      if (System.nanoTime() - end > 0) throw new AssertionError("never came true: " + expression);
    }
  }

  public void click(String selector) throws IOException {
    post("/element/" + element(selector) + "/click", "{}");
  }

  /** Types into an element; into a file field the paths of files. */
  public void type(String selector, String keys) throws IOException {
    post("/element/" + element(selector) + "/value", "{\"text\":" + JsonText.quoted(keys) + "}");
  }

  /** Presses keys wherever the focus is. */
  public void press(String keys) throws IOException {
    var actions = new StringJoiner(",");
    for (int i = 0; i < keys.length(); i++) {
      String value = JsonText.quoted(keys.substring(i, i + 1));
      actions.add("{\"type\":\"keyDown\",\"value\":" + value + "}");
      actions.add("{\"type\":\"keyUp\",\"value\":" + value + "}");
    }
    String keyboard = "{\"type\":\"key\",\"id\":\"keyboard\",\"actions\":[" + actions + "]}";
    post("/actions", "{\"actions\":[" + keyboard + "]}");
  }

  private String element(String selector) throws IOException {
    String search = "{\"using\":\"css selector\",\"value\":" + JsonText.quoted(selector) + "}";
    return only(ELEMENT, post("/element", search));
  }

  /**
   * What pages wrote to the console or the browser complained of, since the last call: an array.
   */
  public String console() throws IOException {
    return post("/se/log", "{\"type\":\"browser\"}");
  }

  /** A command of the browser's own protocol (DevTools), for what WebDriver cannot do. */
  public void devTools(String command, String parameters) throws IOException {
    String cmd = JsonText.quoted(command);
    post("/goog/cdp/execute", "{\"cmd\":" + cmd + ",\"params\":" + parameters + "}");
  }

  /** Waits for a download of that name, which has it when it is whole. */
  public Path downloaded(String name) {
    Path file = downloads.resolve(name);
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Files.exists(file)) {
      if (System.nanoTime() - end > 0) throw new AssertionError(name + " was never downloaded");
      Thread.onSpinWait();
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    try (driver) {
      driver.delete(session);
    }
  }
}
