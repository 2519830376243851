package dev.tinwire.httpserver;

import dev.tinwire.testkit.ScriptedClient;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What RFC 9110 and RFC 9112 ask of a server of files, each requirement as a conversation with the
 * whole command. {@code docs/conformance.md} says what each of them is about.
 */
final class RfcTest {
  private static final Instant MODIFIED = Instant.parse("2024-02-29T12:30:15.5Z");

  @TempDir private static Path temp;
  private static @Nullable Serving server;

  @BeforeAll
  static void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", RfcCase.CONTENT)
        .file("empty", "")
        .file("a.js", "plain")
        .file("a.js.br", "BR")
        .file("a.js.gz", "GZ")
        .file("long.txt", "all work and no play ".repeat(1000))
        .file("page/index.html", "<p>page")
        .file("sub/b.txt", "b");
    try (Stream<Path> files = Files.walk(site)) {
      for (Path file : files.toList()) Files.setLastModifiedTime(file, FileTime.from(MODIFIED));
    }
    TestSite.awaitSettled(site.resolve("sub/b.txt"));
    TestSite.awaitSettled(site.resolve("a.txt"));
    server = serving();
  }

  private static Serving serving(String... options) throws Exception {
    return new Serving(temp.resolve("home"), temp.resolve("site"), options);
  }

  @AfterAll
  static void stop() {
    if (server != null) server.close();
  }

  static Stream<RfcCase> cases() {
    return RfcCase.all().stream();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void isKept(RfcCase one) throws Exception {
    if (one.options().isEmpty() && server != null) {
      talk(server.address(), one);
    } else {
      try (var special = serving(one.options().toArray(String[]::new))) {
        talk(special.address(), one);
      }
    }
  }

  private static void talk(InetSocketAddress address, RfcCase one) throws Exception {
    ScriptedClient.talk(address, one.script());
  }
}
