package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Running;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code tinwire get} against servers in wide use, over http and https. */
class GetInterop {
  private static final Command GET =
      (args, in, out, err, env) ->
          new GetTool().run(args, new Standard(in, out, err, env, Terminals.NONE));
  private static final String TEXT = "0123456789".repeat(1000);

  @TempDir Path temp = Path.of("");
  private Path site = Path.of("");
  private Path certificate = Path.of("");
  private int http;
  private int https;

  @BeforeEach
  void aSite() throws Exception {
    site = temp.resolve("site");
    Files.createDirectories(site.resolve("sub"));
    Files.writeString(site.resolve("a.txt"), TEXT);
    Files.writeString(site.resolve("sub/index.html"), "<p>sub");
    Path big = Files.write(site.resolve("big.bin"), bytes(8 << 20));
    // What has just changed may change again unseen, so servers call its tag weak.
    Files.setLastModifiedTime(big, FileTime.from(Instant.now().minusSeconds(3600)));
    certificate = Peers.certificate(temp);
    http = Peers.freePort();
    https = Peers.freePort();
  }

  private Outcome get(String... args) throws InterruptedException {
    var all = new ArrayList<>(List.of("-q", "-x", "none", "--cacert", certificate.toString()));
    all.addAll(List.of(args));
    return Invocation.of(all).withEnv("TERM", "xterm").on(GET);
  }

  private void checkBoth() throws Exception {
    check("http://127.0.0.1:" + http);
    check("https://localhost:" + https);
  }

  /** What any server of files can do. */
  private void check(String base) throws Exception {
    assertEquals(TEXT, get(base + "/a.txt").stdout());
    assertEquals(4, get(base + "/nothing").status());
    assertEquals("<p>sub", get(base + "/sub").stdout().strip()); // by a redirect to the slash
    var head = Json.parse(get("--json", "-I", base + "/a.txt").stdout());
    assertEquals("200", head.get("status").print());
    resumed(base);
    cached(base);
    Path segments = temp.resolve("segments");
    assertEquals(0, get("--segments", "4", "-o", segments.toString(), base + "/big.bin").status());
    assertEquals(-1, Files.mismatch(segments, site.resolve("big.bin")));
    archived(base);
  }

  private void resumed(String base) throws Exception {
    Path file = temp.resolve("big");
    Json head = Json.parse(get("--json", "-I", base + "/big.bin").stdout());
    String tag = "";
    for (Json field : head.get("fields").items()) {
      if (field.get("name").text().equalsIgnoreCase("ETag")) tag = field.get("value").text();
    }
    Path part = PartFile.partOf(file);
    Files.write(part, bytes(3 << 20));
    var source = PartNote.source(Url.parse(base + "/big.bin"));
    PartNote.write(part, new PartNote(source, tag, OptionalLong.of(8 << 20), List.of()));
    var outcome = get("--json", "-C", "-o", file.toString(), base + "/big.bin");
    assertEquals(0, outcome.status(), outcome::toString);
    assertEquals(-1, Files.mismatch(file, site.resolve("big.bin")));
    String received = Json.parse(outcome.stdout()).get("received_bytes").print();
    assertEquals(Integer.toString(5 << 20), received, outcome::toString);
  }

  private static byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) bytes[i] = (byte) ((i * 31) >> 3);
    return bytes;
  }

  private void cached(String base) throws Exception {
    String folder = temp.resolve("cache").toString();
    String[] again = {
      "--json", "--cache", folder, "-H", "Cache-Control: no-cache", base + "/a.txt"
    };
    assertEquals(0, get(again).status());
    assertEquals("validated", Json.parse(get(again).stdout()).get("cache").text());
  }

  private void archived(String base) throws Exception {
    assumeTrue(PublicVectors.here(), PublicVectors.ABSENT);
    Path har = temp.resolve("run.har");
    assertEquals(0, get("--har", har.toString(), base + "/sub", base + "/a.txt").status());
    Json archive = Json.parse(Files.readString(har));
    assertEquals(List.of(), JsonSchema.faults("har-schema", "har.json", archive));
    assertEquals(3, archive.at("/log/entries").items().size());
  }

  @Test
  void nginx() throws Exception {
    Peers.need("nginx");
    Path config =
        Files.writeString(
            temp.resolve("nginx.conf"),
            """
            daemon off; pid %1$s/pid; error_log stderr;
            events {}
            http {
              access_log off; default_type text/plain; absolute_redirect off;
              client_body_temp_path %1$s; proxy_temp_path %1$s; fastcgi_temp_path %1$s;
              uwsgi_temp_path %1$s; scgi_temp_path %1$s;
              server {
                listen 127.0.0.1:%2$d; listen 127.0.0.1:%3$d ssl; root %1$s/site;
                ssl_certificate %1$s/cert.pem; ssl_certificate_key %1$s/key.pem;
              }
            }
            """
                .formatted(temp, http, https));
    String[] words = {"nginx", "-p", temp.toString(), "-e", "stderr", "-c", config.toString()};
    try (Running _ = Peers.start(https, temp, words)) {
      checkBoth();
    }
  }

  @Test
  void apache() throws Exception {
    Peers.need("apache2");
    Path config =
        Files.writeString(
            temp.resolve("apache.conf"),
            """
            ServerRoot %1$s
            ServerName localhost
            PidFile %1$s/pid
            ErrorLog %1$s/error.log
            Listen 127.0.0.1:%2$d
            Listen 127.0.0.1:%3$d
            LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
            LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
            LoadModule dir_module /usr/lib/apache2/modules/mod_dir.so
            LoadModule mime_module /usr/lib/apache2/modules/mod_mime.so
            LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
            TypesConfig /etc/mime.types
            DocumentRoot %1$s/site
            DirectoryIndex index.html
            <VirtualHost *:%3$d>
              SSLEngine on
              SSLCertificateFile %1$s/cert.pem
              SSLCertificateKeyFile %1$s/key.pem
            </VirtualHost>
            """
                .formatted(temp, http, https));
    String[] words = {"apache2", "-X", "-d", temp.toString(), "-f", config.toString()};
    try (Running _ = Peers.start(https, temp, words)) {
      checkBoth();
    }
  }

  @Test
  void caddy() throws Exception {
    Peers.need("caddy");
    Path config =
        Files.writeString(
            temp.resolve("Caddyfile"),
            """
            {
              admin off
              auto_https off
            }
            http://127.0.0.1:%2$d {
              root * %1$s/site
              file_server
            }
            https://localhost:%3$d {
              bind 127.0.0.1
              tls %1$s/cert.pem %1$s/key.pem
              root * %1$s/site
              file_server
            }
            """
                .formatted(temp, http, https));
    String[] words = {"caddy", "run", "--adapter", "caddyfile", "--config", config.toString()};
    try (Running _ = Peers.start(https, temp, words)) {
      checkBoth();
    }
  }
}
