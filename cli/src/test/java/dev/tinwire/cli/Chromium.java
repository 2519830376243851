package dev.tinwire.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.httpclient.Payload;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Program;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A headless Chromium by way of chromedriver (W3C WebDriver), as far as a status page needs it. */
final class Chromium implements AutoCloseable {
  private static final String DRIVER = "/usr/bin/chromedriver";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Running driver;
  private final String session;

  private Chromium(Running driver, String session) {
    this.driver = driver;
    this.session = session;
  }

  /** Skips the test where there is none. */
  static Chromium open(Path folder) throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/chromium")), "no chromium");
    assumeTrue(Files.isExecutable(Path.of(DRIVER)), "no chromedriver");
    var driver = new Program(List.of(DRIVER)).start(Invocation.of("--port=0").within(PATIENCE));
    boolean opened = false;
    try {
      String port = driver.awaitLine(".*started successfully on port ([0-9]+).*").group(1);
      String base = "http://127.0.0.1:" + port + "/session";
      String id = post(base, wishes(folder)).get("sessionId").text();
      opened = true;
      return new Chromium(driver, base + "/" + id);
    } finally {
      if (!opened) driver.close();
    }
  }

  private static Json.Obj wishes(Path folder) {
    var words =
        Json.array(
            new Json.Str("--headless=new"),
            new Json.Str("--no-sandbox"), // which root cannot have; the pages are ours
            new Json.Str("--disable-gpu"),
            new Json.Str("--disable-background-networking"), // it would look for its maker
            new Json.Str("--user-data-dir=" + folder.resolve("profile")));
    var always =
        Json.object()
            .put("goog:chromeOptions", Json.object().put("args", words))
            .put("goog:loggingPrefs", Json.object().put("browser", "ALL"));
    return Json.object().put("capabilities", Json.object().put("alwaysMatch", always));
  }

  void go(String url) throws IOException, InterruptedException {
    post(session + "/url", Json.object().put("url", url));
  }

  /** What a function with this body returns. */
  Json run(String body) throws IOException, InterruptedException {
    var command = Json.object().put("script", body).put("args", Json.array());
    return post(session + "/execute/sync", command);
  }

  /** Waits until it is true. */
  void await(String expression) throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!run("return !!(" + expression + ")").truth()) {
      if (System.nanoTime() > end) throw new AssertionError("never came true: " + expression);
    }
  }

  /** What the browser complained of, such as content that the policy of the page forbids. */
  String complaints() throws IOException, InterruptedException {
    return post(session + "/se/log", Json.object().put("type", "browser")).print();
  }

  private static Json post(String url, Json.Obj command) throws IOException, InterruptedException {
    byte[] bytes = command.print().getBytes(StandardCharsets.UTF_8);
    try (var client = HttpClient.create();
        var answer = client.post(url, Payload.of(bytes, "application/json"))) {
      Json value = Json.parse(answer.text()).get("value");
      if (value.find("error").isEmpty()) return value;
      throw new AssertionError(url + ": " + value.get("message").text());
    }
  }

  @Override
  public void close() {
    driver.close();
  }
}
