package dev.tinwire.httpclient;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Transcript;
import java.io.IOException;
import java.nio.file.Path;

/** Servers for the shell's tests: each first shows what is in its root. */
final class ShellScript {
  private ShellScript() {}

  static final String ROOT =
      "{\"entries\":[{\"name\":\"in\",\"type\":\"folder\",\"href\":\"./in/\"},{\"name\":\"a"
          + " b.txt\",\"type\":\"file\",\"href\":\"./a%20b.txt\",\"bytes\":3},"
          + "{\"name\":\"c.jpg\",\"type\":\"file\",\"href\":\"./c.jpg\",\"bytes\":3},"
          + "{\"name\":\"d.jpg\",\"type\":\"file\",\"href\":\"http://evil.example/d.jpg\",\"bytes\":3},"
          + "{\"name\":\"e\\\\u001b[2J.jpg\",\"type\":\"file\",\"href\":\"./e\"}]}";

  static String asked(String request) {
    return "C: " + request + " HTTP/1.1\nC*:\n";
  }

  static String answer(String status, String type, String body) {
    int length = body.replace("\\\\", "\\").replace("\\x1b", " ").length();
    return "S: HTTP/1.1 "
        + status
        + "\nS: Content-Type: "
        + type
        + "\nS: Content-Length: "
        + length
        + "\nS:\n"
        + (body.isEmpty() ? "" : "S+: " + body + "\n");
  }

  static String listing(String path, String json) {
    return asked("GET " + path) + answer("200 OK", "application/json", json);
  }

  static String file(String path, String body) {
    return asked("GET " + path) + answer("200 OK", "text/plain", body);
  }

  static String done(String request, String status) {
    return asked(request) + answer(status, "text/plain", "");
  }

  static Transcript server(String... steps) throws IOException {
    return new Transcript(listing("/", ROOT) + String.join("", steps));
  }

  static Invocation shell(Path temp, Transcript server, String commands) {
    return Lines.of(server.endpoint()).withInput("lcd '" + temp + "'\n" + commands);
  }
}
