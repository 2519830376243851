package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people fetch files with: curl, wget, Python. */
final class ClientsInterop {
  private static final String PYTHON =
      """
      import http.client, sys, urllib.error, urllib.request
      url, host = sys.argv[1], sys.argv[2]
      with urllib.request.urlopen(url + 'a.txt') as r:
          assert r.status == 200 and r.read() == b'0123456789', r
          tag = r.headers['ETag']
      try:
          urllib.request.urlopen(urllib.request.Request(url + 'a.txt', headers={'If-None-Match': tag}))
      except urllib.error.HTTPError as e:
          assert e.code == 304, e
      try:
          urllib.request.urlopen(url + 'none')
      except urllib.error.HTTPError as e:
          assert e.code == 404 and e.read().startswith(b'404 Not Found'), e
      assert urllib.request.urlopen(url + 'sub').url == url + 'sub/'
      c = http.client.HTTPConnection(host)
      for method, target, status in [('GET', '/a.txt', 200), ('HEAD', '/a.txt', 200),
                                     ('POST', '/a.txt', 405), ('GET', '/none', 404)]:
          c.request(method, target, body=b'x' if method == 'POST' else None)
          r = c.getresponse()
          assert r.status == status and not r.will_close, (method, r.status)
          r.read()
      print('all well')
      """;

  @TempDir private Path temp;
  private @Nullable Serving server;
  private String url = "";
  private byte[] large = {};

  @BeforeEach
  void start() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site"));
    TestSite.in(site)
        .file("a.txt", "0123456789")
        .file("long.txt", "all work and no play ".repeat(1000))
        .file("sub/b c.txt", "b")
        .file("sub/deeper/grüße.html", "<p>");
    large = new byte[3_000_000];
    new Random(1).nextBytes(large);
    Files.write(site.resolve("large.bin"), large);
    server = new Serving(temp.resolve("home"), site);
    url = "http://127.0.0.1:" + server.address().getPort() + "/";
  }

  @AfterEach
  void stop() {
    if (server != null) server.close();
  }

  private String curl(String... words) throws InterruptedException {
    return OtherProgram.output("curl", words);
  }

  @Test
  void curlTakesParts() throws Exception {
    assertEquals("0123456789", curl("-sSf", url + "a.txt"));
    assertEquals("234", curl("-sSf", "-r", "2-4", url + "a.txt"));
    assertEquals("789", curl("-sSf", "-r", "-3", url + "a.txt"));
    String parts = curl("-sSf", "-r", "0-0,9-9", url + "a.txt");
    assertTrue(parts.contains("Content-Range: bytes 9-9/10\r\n\r\n9\r\n--"), parts);
    assertEquals(416, status("-r", "10-", url + "a.txt"));
  }

  private int status(String... words) throws InterruptedException {
    String[] all = {"-s", "-o", "/dev/null", "-w", "%{http_code}"};
    return Integer.parseInt(OtherProgram.run("curl", joined(all, words)).stdout());
  }

  private static String[] joined(String[] some, String[] more) {
    String[] all = Arrays.copyOf(some, some.length + more.length);
    System.arraycopy(more, 0, all, some.length, more.length);
    return all;
  }

  @Test
  void curlResumes() throws Exception {
    Path part = Files.write(temp.resolve("part"), Arrays.copyOf(large, 1_234_567));
    curl("-sSf", "-C", "-", "-o", part.toString(), url + "large.bin");
    assertArrayEquals(large, Files.readAllBytes(part));
  }

  @Test
  void curlAsksWhetherItIsNew() throws Exception {
    String tags = temp.resolve("tags").toString();
    assertEquals(200, status("--etag-save", tags, url + "a.txt"));
    assertEquals(304, status("--etag-compare", tags, url + "a.txt"));
    assertEquals(304, status("-z", "Sat, 06 May 2034 00:00:00 GMT", url + "a.txt"));
    assertEquals(200, status("-z", "Sat, 06 Jan 2001 00:00:00 GMT", url + "a.txt"));
  }

  @Test
  void curlUnpacksAndKeepsItsConnection() throws Exception {
    String text = "all work and no play ".repeat(1000);
    assertEquals(text, curl("-sSf", "--compressed", url + "long.txt"));
    String twice = curl("-sSf", "-w", "%{num_connects} ", url + "a.txt", url + "a.txt");
    assertEquals("01234567891 01234567890 ", twice);
    assertEquals("0123456789", curl("-sSf", "--http1.0", url + "a.txt"));
  }

  @Test
  void curlIsRefusedInWords() throws Exception {
    assertEquals(404, status("--path-as-is", url + "../../etc/passwd"));
    assertEquals(404, status("--path-as-is", url + "sub/../a.txt"));
    assertEquals(405, status("-X", "DELETE", url + "a.txt"));
    assertEquals(405, status("-T", "/etc/hostname", url + "new.txt"));
    assertEquals(405, status("-d", "x=y", url));
    assertEquals(405, status("-H", "Expect: 100-continue", "-d", "x=y", url));
    String said = curl("-s", url + "none");
    assertTrue(said.startsWith("404 Not Found: "), said);
  }

  @Test
  void wgetResumes() throws Exception {
    Path part = Files.write(temp.resolve("large.bin"), Arrays.copyOf(large, 1_234_567));
    OtherProgram.output("wget", "-q", "-c", "-O", part.toString(), url + "large.bin");
    assertArrayEquals(large, Files.readAllBytes(part));
    // It has all of it: 416, which wget knows to be the end.
    OtherProgram.output("wget", "-q", "-c", "-O", part.toString(), url + "large.bin");
    assertArrayEquals(large, Files.readAllBytes(part));
  }

  @Test
  void wgetMirrorsTheWholeTree() throws Exception {
    String to = Files.createDirectory(temp.resolve("mirror")).toString();
    String[] words = {
      "-q", "-r", "-np", "-nH", "-N", "-e", "robots=off", "--restrict-file-names=nocontrol"
    };
    String[] where = {"-R", "index.html*,*zip*", "-P", to, url};
    var outcome = OtherProgram.run("wget", joined(words, where));
    assertEquals("", outcome.stderr());
    assertEquals("b", Files.readString(Path.of(to, "sub", "b c.txt")));
    assertEquals("<p>", Files.readString(Path.of(to, "sub", "deeper", "grüße.html")));
    assertArrayEquals(large, Files.readAllBytes(Path.of(to, "large.bin")));
    assertEquals(
        Files.getLastModifiedTime(temp.resolve("site/a.txt")).toMillis() / 1000,
        Files.getLastModifiedTime(Path.of(to, "a.txt")).toMillis() / 1000);
  }

  @Test
  void pythonReads() throws Exception {
    String host = url.replaceAll("http://|/$", "");
    assertEquals("all well\n", OtherProgram.output("python3", "-c", PYTHON, url, host));
    assertFalse(server != null && server.err().contains("Exception"));
  }
}
