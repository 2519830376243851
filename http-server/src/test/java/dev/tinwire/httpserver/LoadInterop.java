package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs that load a server: not how fast it is, but that every single answer is right. */
final class LoadInterop {
  @TempDir private Path temp;
  private @Nullable Serving server;
  private String url = "";

  @BeforeEach
  void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site).file("a.txt", "x".repeat(1024)).file("large.txt", "y".repeat(300_000));
    server = new Serving(temp.resolve("home"), site, "--quiet");
    url = "http://127.0.0.1:" + server.address().getPort() + "/";
  }

  @AfterEach
  void stop() {
    if (server != null) server.close();
  }

  private static long figure(String regex, String said) {
    var found = Pattern.compile(regex).matcher(said);
    assertTrue(found.find(), said);
    return Long.parseLong(found.group(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-k", "-r"}) // kept connections, and one for each request
  void abFindsNothingWrong(String mode) throws Exception {
    String said = OtherProgram.output("ab", "-q", mode, "-n", "3000", "-c", "32", url + "a.txt");
    assertEquals(3000, figure("Complete requests: +([0-9]+)", said));
    assertEquals(0, figure("Failed requests: +([0-9]+)", said));
    assertFalse(said.contains("Non-2xx"), said);
    assertEquals(3000 * 1024, figure("HTML transferred: +([0-9]+)", said));
    if (mode.equals("-k")) assertEquals(3000, figure("Keep-Alive requests: +([0-9]+)", said));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "large.txt"})
  void wrkFindsNothingWrong(String file) throws Exception {
    String said = OtherProgram.output("wrk", "-t", "1", "-c", "64", "-d", "2s", url + file);
    assertTrue(figure("([0-9]+) requests in", said) > 100, said);
    assertFalse(said.contains("Socket errors"), said);
    assertFalse(said.contains("Non-2xx"), said);
  }

  @Test
  void h2loadFindsNothingWrong() throws Exception {
    String said =
        OtherProgram.output("h2load", "--h1", "-n", "3000", "-c", "30", "-m", "4", url + "a.txt");
    assertTrue(said.contains("3000 succeeded, 0 failed, 0 errored, 0 timeout"), said);
    assertEquals(3000, figure("status codes: ([0-9]+) 2xx", said));
  }
}
