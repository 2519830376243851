package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.json.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * Chromium's developer tools, in which scripts of a test run: chromedriver is asked over our own
 * client (W3C WebDriver).
 */
final class DevTools implements AutoCloseable {
  private static final Pattern PORT = Pattern.compile(".*started successfully on port ([0-9]+).*");

  private final HttpClient client = HttpClient.create();
  private final Process process;
  private final String session;

  private DevTools(Process process, String url, Path profile) throws Exception {
    this.process = process;
    String args =
        "\"--headless=new\",\"--no-sandbox\",\"--disable-gpu\",\"--user-data-dir=" + profile + "\"";
    String wishes =
        "{\"capabilities\":{\"alwaysMatch\":{\"goog:chromeOptions\":{\"binary\":\"/usr/bin/chromium\","
            + "\"args\":["
            + args
            + "]}}}}";
    String id = post(url + "/session", wishes).get("sessionId").text();
    this.session = url + "/session/" + id;
    post(session + "/url", "{\"url\":\"devtools://devtools/bundled/inspector.html\"}");
  }

  static DevTools open(Path profile) throws Exception {
    Process process =
        new ProcessBuilder("/usr/bin/chromedriver", "--port=0").redirectErrorStream(true).start();
    var out =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      var said = PORT.matcher(line);
      if (!said.matches()) continue;
      Thread.ofVirtual().start(() -> drain(out));
      return new DevTools(process, "http://127.0.0.1:" + said.group(1), profile);
    }
    process.destroyForcibly();
    throw new AssertionError("chromedriver ended before it listened");
  }

  private static void drain(BufferedReader out) {
    try {
      var _ = out.transferTo(Writer.nullWriter());
    } catch (IOException _) {
      // It was ended.
    }
  }

  /** What a script yields that is given a value; it calls {@code done}. */
  Json run(String script, Json value) throws Exception {
    var wanted =
        Json.object()
            .put("script", "const [value, done] = arguments; " + script)
            .put("args", Json.array(value));
    return post(session + "/execute/async", wanted.print());
  }

  private Json post(String url, String json) throws Exception {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    var request =
        Request.of(Method.POST, Url.parse(url))
            .withPayload(Payload.of(bytes, "application/json; charset=utf-8"));
    try (var response = client.send(request)) {
      String text = response.text();
      if (!response.status().isSuccessful()) throw new AssertionError(text);
      return Json.parse(text).get("value");
    }
  }

  /** Ends the driver with its browser, which writes into a folder that is removed next. */
  @Override
  public void close() throws IOException {
    client.close();
    var helpers = process.descendants().toList();
    process.destroyForcibly().onExit().join();
    for (ProcessHandle helper : helpers) {
      helper.destroyForcibly();
      helper.onExit().join();
    }
  }
}
