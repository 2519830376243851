package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.secret.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --auth-write}: everybody reads, anna changes; over real connections. */
class AuthWriteTest {
  private static final String ANNA = new Basic("anna", Secret.of("s3cret")).fieldValue();

  @TempDir Path root;

  private Handler handler() throws Exception {
    var wish = new LoginWish.Named("anna", Optional.of("s3cret"));
    var around =
        new AccessPlan.Surroundings(root, new Random(1), System::nanoTime, ServerObserver.SILENT);
    var access = new AccessPlan(Optional.empty(), Optional.of(wish)).open(around);
    return access.before(Inbox.writable(root).handler());
  }

  /** A large body is not sent for nothing. */
  @Test
  void theChallengeComesBeforeTheBody() throws Exception {
    try (var server = new LocalServer(handler())) {
      server.talk(
          """
          C: PUT /a.txt HTTP/1.1
          C: Host: h
          C: Content-Length: 1000000000
          C: Expect: 100-continue
          C:
          S: HTTP/1.1 401 Unauthorized
          D
          S: Connection: close
          S*:
          S+: 401 Unauthorized: A name and a password are asked for here.\\n
          S CLOSE
          """);
      server.talk(
          """
          C: PUT /a.txt HTTP/1.1
          C: Host: h
          C: Authorization: ANNA
          C: Content-Length: 5
          C: Expect: 100-continue
          C: Connection: close
          C:
          S: HTTP/1.1 100 Continue
          S:
          C+: hello
          S: HTTP/1.1 201 Created
          S*:
          S+: 201 Created: It has arrived.\\n
          """
              .replace("ANNA", ANNA));
    }
    assertEquals("hello", Files.readString(root.resolve("a.txt")));
  }

  @Test
  void whoMayNotWriteSeesALinkAndWhoMaySeesTheTools() throws Exception {
    Files.writeString(root.resolve("a.txt"), "hello");
    String stranger = page(List.of());
    assertTrue(stranger.contains("<a href=\"/-/login?to=%2F%3Flist\">Log in</a>"), stranger);
    assertTrue(!stranger.contains("id=\"upload\"") && !stranger.contains("?delete"), stranger);
    String anna = page(List.of("Authorization: " + ANNA));
    assertTrue(anna.contains("id=\"upload\"") && anna.contains("?delete"), anna);
    assertTrue(!anna.contains("Log in"), anna);
  }

  @Test
  void everybodyReads() throws Exception {
    Files.writeString(root.resolve("a.txt"), "hello");
    assertEquals("hello", TestSite.ask(handler(), TestSite.head("GET", "/a.txt")).text());
  }

  private String page(List<String> lines) throws Exception {
    return TestSite.ask(handler(), TestSite.head("GET", "/?list", lines.toArray(String[]::new)))
        .text();
  }
}
