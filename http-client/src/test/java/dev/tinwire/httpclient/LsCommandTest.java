package dev.tinwire.httpclient;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Transcript;
import org.junit.jupiter.api.Test;

/** What {@code tinwire ls} makes of what a server says. */
final class LsCommandTest {
  private static final Command LS = Lines.piped("ls");

  @Test
  void namesAreShownALineEachAndSafely() throws Exception {
    String listing =
        """
        {"entries":[{"name":"in","type":"folder","href":"./in/"},\
        {"name":"a\\\\u001b[2J","type":"file","href":"./a","bytes":3}]}\
        """;
    try (var server = answering("200 OK", "application/json", listing)) {
      run(server).expect(0, "in/\na\\x1b[2J\n", "");
    }
  }

  @Test
  void whatTheServerRefusesIsNoListing() throws Exception {
    try (var server = answering("404 Not Found", "text/plain", "no")) {
      String url = "http://" + server.endpoint() + "/";
      run(server).expect(4, "", "tinwire ls: " + url + ": 404 Not Found\n");
    }
  }

  @Test
  void anotherKindOfPageIsNoListing() throws Exception {
    try (var server = answering("200 OK", "text/html", "hi")) {
      String url = "http://" + server.endpoint() + "/";
      String words = " gives no listing that can be read, but text/html\n";
      run(server).expect(1, "", "tinwire ls: " + url + words);
    }
  }

  @Test
  void aPageOfTooManyTagsIsNotRead() throws Exception {
    try (var site = new SiteOrigin().with("/", "text/html", "<".repeat(PageReader.MOST + 1))) {
      var outcome = Lines.of(site.url() + "/").on(LS);
      outcome.expect(
          1,
          "",
          "tinwire ls: " + site.url() + "/ is no page to be read: it has more than 1000000 tags\n");
    }
  }

  @Test
  void whoMayNotLookIsToldWhatToDo() throws Exception {
    try (var server = answering("401 Unauthorized", "text/plain", "no")) {
      String url = "http://" + server.endpoint() + "/";
      run(server).expect(4, "", "tinwire ls: " + url + ": 401 Unauthorized (log in with --user)\n");
    }
  }

  private static Outcome run(Transcript server) throws Exception {
    return Lines.of(server.endpoint() + "/").on(LS);
  }

  private static Transcript answering(String status, String type, String body) throws Exception {
    return new Transcript(
        """
        C*:
        S: HTTP/1.1 %s
        S: Content-Type: %s
        S: Connection: close
        S:
        S+: %s
        S CLOSE
        """
            .formatted(status, type, body));
  }
}
