package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Loopback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --https} under the eyes of those who look for weaknesses. */
final class TlsInterop {
  private static final Pattern SUITE =
      Pattern.compile("(?:Preferred|Accepted) +\\S+ .* bits +(\\S+).*");

  /** What its JSON calls a finding, from harmless to fatal. */
  private static final Pattern FINDING =
      Pattern.compile("\"id\" *: \"([^\"]*)\"[^}]*\"severity\" *: \"(LOW|MEDIUM|HIGH|CRITICAL)\"");

  @TempDir private Path temp;
  private @Nullable Serving server;
  private String at = "";

  @BeforeEach
  void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site).file("a.txt", "0123456789");
    server = new Serving(temp.resolve("home"), site, "--https", "--quiet");
    at = Loopback.V4.getHostAddress() + ":" + server.address().getPort();
  }

  @AfterEach
  void stop() {
    if (server != null) server.close();
  }

  @Test
  void sslscanFindsNewVersionsAndStrongCiphersAlone() throws Exception {
    String said = OtherProgram.output("sslscan", "--no-colour", at);
    for (String off : List.of("SSLv2", "SSLv3", "TLSv1.0", "TLSv1.1")) {
      assertTrue(said.contains(off + " ".repeat(10 - off.length()) + "disabled"), said);
    }
    assertTrue(said.contains("TLSv1.2   enabled") && said.contains("TLSv1.3   enabled"), said);
    assertTrue(said.contains("TLSv1.3 not vulnerable to heartbleed"), said);
    assertFalse(said.contains("ffdhe"), said);
    var suites = new TreeSet<String>();
    said.lines()
        .forEach(line -> {
          var suite = SUITE.matcher(line);
          if (suite.matches()) suites.add(suite.group(1));
        });
    assertEquals(
        "[ECDHE-ECDSA-AES128-GCM-SHA256, ECDHE-ECDSA-AES256-GCM-SHA384,"
            + " ECDHE-ECDSA-CHACHA20-POLY1305, TLS_AES_128_GCM_SHA256, TLS_AES_256_GCM_SHA384,"
            + " TLS_CHACHA20_POLY1305_SHA256]",
        suites.toString());
  }

  /**
   * It would like browsers to be told to come by TLS alone from now on. On an address such as
   * localhost, which many programs share, that would shut the others out.
   */
  @Test
  void testsslFindsNothingThatIsOursToMend() throws Exception {
    Path findings = temp.resolve("findings.json");
    OtherProgram.run(
        "testssl",
        "--quiet",
        "--color=0",
        "--warnings=off",
        "--jsonfile=" + findings,
        "--protocols",
        "--headers",
        "--crime",
        "--renegotiation",
        "--lucky13",
        "https://" + at + "/");
    String said = Files.readString(findings);
    assertTrue(said.contains("\"TLS1_3\""), said);
    var bad = FINDING.matcher(said).results().map(finding -> finding.group(1)).toList();
    assertEquals(List.of("HSTS"), bad);
  }
}
