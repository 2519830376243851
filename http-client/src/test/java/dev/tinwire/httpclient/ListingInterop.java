package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shell, {@code ls} and {@code --mirror} with folders as other servers list them. */
final class ListingInterop {
  @TempDir Path temp;

  private static final String NGINX =
      """
      user root; daemon off; pid TEMP/pid; error_log /dev/null; events {}
      http { access_log off; client_body_temp_path TEMP/b; proxy_temp_path TEMP/p;
        fastcgi_temp_path TEMP/f; uwsgi_temp_path TEMP/u; scgi_temp_path TEMP/s;
        server { listen 127.0.0.1:PORT; root SITE; autoindex on; FORMAT } }
      """;

  private static final String CADDY =
      """
      {
        admin off
        auto_https off
      }
      :PORT {
        bind 127.0.0.1
        root * SITE
        file_server browse
      }
      """;

  private Path site() {
    return temp.resolve("site");
  }

  @BeforeEach
  void aFolder() throws IOException {
    Files.createDirectories(site().resolve("in ner"));
    Files.writeString(site().resolve("a b.txt"), "abc");
    Files.writeString(site().resolve("x&y%.txt"), "xy");
    Files.writeString(site().resolve("in ner/\u00e4.txt"), "umlaut");
  }

  private List<String> command(String server, int port) throws IOException {
    String config = server.startsWith("caddy") ? CADDY : NGINX;
    String text =
        config
            .replace("PORT", Integer.toString(port))
            .replace("SITE", site().toString())
            .replace("TEMP", temp.toString())
            .replace("FORMAT", server.endsWith("json") ? "autoindex_format json;" : "");
    Path file = Files.writeString(temp.resolve("config"), text);
    return switch (server) {
      case "caddy" ->
          List.of("caddy", "run", "--adapter", "caddyfile", "--config", file.toString());
      case "python3" ->
          List.of(
              "python3",
              "-m",
              "http.server",
              "--bind",
              "127.0.0.1",
              "-d",
              site().toString(),
              Integer.toString(port));
      default -> List.of("nginx", "-c", file.toString(), "-p", temp.toString());
    };
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, Loopback.V4)) {
      return socket.getLocalPort();
    }
  }

  private static boolean installed(String program) {
    return Stream.of("/usr/bin", "/usr/sbin", "/usr/local/bin")
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  private static void awaitListening(Process process, int port) {
    Instant end = Instant.now().plus(Duration.ofSeconds(20));
    while (process.isAlive() && Instant.now().isBefore(end)) {
      try (var socket = new Socket()) {
        socket.connect(new InetSocketAddress(Loopback.V4, port), 1000);
        return;
      } catch (IOException _) {
        Thread.onSpinWait();
      }
    }
    throw new AssertionError("it does not listen");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"nginx", "nginx json", "caddy", "python3"})
  void whatOthersListIsBrowsedAndFetched(String server) throws Exception {
    String program = server.split(" ", -1)[0];
    assumeTrue(installed(program), "no " + program);
    int port = freePort();
    var builder =
        new ProcessBuilder(command(server, port))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("HOME", temp.toString());
    Process process = builder.start();
    try {
      awaitListening(process, port);
      String url = "127.0.0.1:" + port + "/";
      Path here = Files.createDirectory(temp.resolve("here"));
      var shell =
          Lines.of("-q", url)
              .withInput(
                  "lcd '" + here + "'\nls\ncd 'in ner'\nls\nget *\nmget *\ncd\nmget x*\nbye\n")
              .on(Lines.piped("shell"));
      assertEquals("in ner/\na b.txt\nx&y%.txt\n\u00e4.txt\n", sorted(shell.lines()));
      assertEquals("umlaut", Files.readString(here.resolve("\u00e4.txt")));
      assertEquals("xy", Files.readString(here.resolve("x&y%.txt")));
      Path copy = temp.resolve("copy");
      var mirror = Lines.of("-q", "--mirror", "-o", copy.toString(), url).on(Lines.piped("get"));
      assertEquals(0, mirror.status(), mirror::toString);
      assertEquals("umlaut", Files.readString(copy.resolve("in ner/\u00e4.txt")));
      assertEquals("abc", Files.readString(copy.resolve("a b.txt")));
    } finally {
      process.destroy();
      process.waitFor();
    }
  }

  /** Folders first: servers differ in that. */
  private static String sorted(List<String> lines) {
    var first = lines.subList(0, Math.min(3, lines.size())).stream();
    var rest = lines.subList(Math.min(3, lines.size()), lines.size()).stream();
    return Stream.concat(first.sorted(ListingInterop::folders), rest)
        .reduce("", (all, line) -> all + line + "\n");
  }

  private static int folders(String a, String b) {
    boolean folder = a.endsWith("/");
    return folder == b.endsWith("/") ? a.compareTo(b) : folder ? -1 : 1;
  }
}
