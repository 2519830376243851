package dev.tinwire.httpclient;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Whole runs against a hostile server, beyond the grammar of one message: what is to come of it.
 */
final class Hostilities {
  /** Where the server speaks which language. */
  enum Over {
    BOTH,
    HTTP,
    HTTPS
  }

  /**
   * One run.
   *
   * @param options of the command; PORT and FILE are filled in
   * @param url instead of the server's own, if not empty
   * @param shown whether at a terminal
   * @param replies for one connection each, the last for all that follow
   * @param words that are said
   */
  record Run(
      String name,
      Over over,
      List<String> options,
      String url,
      boolean shown,
      HostileOrigin.Ending ending,
      List<byte[]> replies,
      int status,
      String words) {
    Stream<Boolean> schemes() {
      return switch (over) {
        case BOTH -> Stream.of(false, true);
        case HTTP -> Stream.of(false);
        case HTTPS -> Stream.of(true);
      };
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final List<Run> runs = new ArrayList<>();
  private Over over = Over.BOTH;
  private String url = "";

  private Hostilities() {}

  static List<Run> all() {
    var all = new Hostilities();
    all.redirects();
    all.codings();
    all.logins();
    all.files();
    all.terminals();
    all.proxies();
    all.tls();
    return all.runs;
  }

  private void add(String name, String options, List<byte[]> replies, int status, String words) {
    var each = options.isEmpty() ? List.<String>of() : Arrays.asList(options.split(" "));
    boolean shown = !each.contains("-o");
    runs.add(
        new Run(name, over, each, url, shown, HostileOrigin.Ending.CLOSE, replies, status, words));
  }

  private void add(String name, String options, String reply, int status, String words) {
    add(name, options, List.of(octets(reply)), status, words);
  }

  private static byte[] octets(String reply) {
    return reply.replace("⏎", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String go(String to) {
    return "HTTP/1.1 302 Go⏎Connection: close⏎Content-Length: 0⏎Location: " + to + "⏎⏎";
  }

  private static final String OK = "HTTP/1.1 200 OK⏎Connection: close⏎Content-Length: 2⏎⏎ok";

  private void redirects() {
    add("a circle", "-o FILE", go("/"), 1, "more than 20 redirects");
    add("out of the web", "-o FILE", go("file:///etc/passwd"), 1, "file");
    add("to a script", "-o FILE", go("javascript:alert(1)"), 1, "javascript");
    add("to no URL", "-o FILE", go("http://[::1"), 1, "");
    add("to where nobody is", "-o FILE", go("http://127.0.0.1:1/"), 1, "refused");
    add("with an escape sequence", "-o FILE", go("/\u001b[2J"), 1, "U+001B");
    add("to nowhere to be sent on", "-o FILE", go("//"), 1, "");
    add("to two places", "-o FILE", go("/a⏎Location: /b"), 1, "several locations");
    String endless = go("/").replace("Length: 0", "Length: 99999999999");
    add("a circle of endless bodies", "-o FILE", endless, 1, "more than 20 redirects");
    byte[] first = octets(endless);
    add("a body behind it that never ends", "-o FILE", List.of(first, octets(OK)), 0, "");
  }

  private static byte[] coded(String coding, byte[] body) {
    String head =
        "HTTP/1.1 200 OK⏎Connection: close⏎Content-Encoding: " + coding + "⏎Content-Length: ";
    var out = new ByteArrayOutputStream();
    out.writeBytes(octets(head + body.length + "⏎⏎"));
    out.writeBytes(body);
    return out.toByteArray();
  }

  private static byte[] gzip(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private void codings() {
    byte[] text = "hostile ".repeat(500).getBytes(StandardCharsets.UTF_8);
    byte[] whole = gzip(text);
    byte[] cut = Arrays.copyOf(whole, whole.length - 9);
    byte[] wrong = whole.clone();
    wrong[wrong.length - 6] ^= 1;
    byte[] blanks = new byte[64 << 20];
    Arrays.fill(blanks, (byte) ' ');
    byte[] bomb = gzip(blanks);
    add("gzip cut short", "", List.of(coded("gzip", cut)), 1, "");
    add("gzip with a wrong sum", "", List.of(coded("gzip", wrong)), 1, "");
    add("gzip that is none", "", List.of(coded("gzip", text)), 1, "gzip");
    add("gzip that is nothing", "", List.of(coded("gzip", new byte[3])), 1, "");
    add("a bomb", "", List.of(coded("gzip", bomb)), 1, "");
    add("a bomb in a bomb", "", List.of(coded("gzip, gzip", gzip(bomb))), 1, "");
    add("deflate that is none", "", List.of(coded("deflate", text)), 1, "");
    add("br that is none", "", List.of(coded("br", text)), 1, "");
    add("a coding nobody knows", "", List.of(coded("rot13", text)), 1, "rot13");
    add("four codings", "", List.of(coded("gzip, gzip, gzip, gzip", whole)), 1, "");
    add("a coding with an escape", "", List.of(coded("\u001b]0;x", text)), 1, "U+001B");
  }

  private static String refused(String challenge) {
    return "HTTP/1.1 401 No⏎Connection: close⏎Content-Length: 0⏎WWW-Authenticate: "
        + challenge
        + "⏎⏎";
  }

  private void logins() {
    add("never content", "-u a:b -o FILE", refused("Basic realm=\"x\""), 4, "401");
    String stale = "Digest realm=\"x\", nonce=\"n\", stale=true";
    add("stale for ever", "-u a:b -o FILE", refused(stale), 4, "401");
    String odd = "Digest realm=\"x\", nonce=\"n\", algorithm=ROT13";
    add("an algorithm nobody knows", "-u a:b -o FILE", refused(odd), 4, "401");
    add("a challenge that is none", "-u a:b -o FILE", refused("Digest realm=\"x"), 1, "");
    add("no challenge", "-u a:b -o FILE", "HTTP/1.1 401 No⏎Content-Length: 0⏎⏎", 4, "401");
    add("a proxy's refusal", "-o FILE", "HTTP/1.1 407 No⏎Content-Length: 0⏎⏎", 4, "407");
  }

  private void files() {
    add("not found", "-o FILE", "HTTP/1.1 404 No⏎Content-Length: 2⏎⏎no", 4, "nothing was saved");
    add("broken", "-o FILE", "HTTP/1.1 500 No⏎Content-Length: 2⏎⏎no", 5, "nothing was saved");
    String part = "HTTP/1.1 206 Part⏎Content-Range: bytes 0-1/9⏎Content-Length: 2⏎⏎hi";
    add("a part nobody asked for", "-o FILE", part, 1, "206");
    add("no range", "-o FILE", "HTTP/1.1 416 No⏎Content-Length: 0⏎⏎", 4, "416");
    add("other parts than asked for", "--segments 4 -o FILE", part, 1, "another part");
    String zeros = "0".repeat(64);
    add("what has another digest", "--sha256 " + zeros + " -o FILE", OK, 6, "SHA-256");
  }

  private void terminals() {
    String escape = "\u001b]52;c;ZXZpbA==\u0007\u001b[2J\u009b31m\r\b";
    String reply = "HTTP/1.1 200 OK⏎Content-Type: text/plain⏎Connection: close⏎⏎";
    add("escapes in a text", "", reply + escape, 0, "\\x1b]52");
    add("escapes in HTML", "", reply.replace("plain", "html") + "<b>" + escape, 0, "\\x1b]52");
    add(
        "escapes in JSON",
        "",
        reply.replace("text/plain", "application/json") + "[\"" + escape + "\"]",
        0,
        "52");
    add("escapes in what fails", "", reply.replace("200", "404") + escape, 4, "\\x1b]52");
    add(
        "C1 controls in a field",
        "",
        "HTTP/1.1 200 OK⏎X: a\u009b31mb⏎Content-Length: 2⏎⏎ok",
        0,
        "");
  }

  private void proxies() {
    over = Over.HTTP;
    url = "https://far.example/";
    add("refuses", "-x http://127.0.0.1:PORT -o FILE", "HTTP/1.1 407 No⏎⏎", 1, "407");
    add("cannot", "-x http://127.0.0.1:PORT -o FILE", "HTTP/1.1 502 Bad⏎⏎", 1, "502");
    add("is no proxy", "-x http://127.0.0.1:PORT -o FILE", "SSH-2.0-x⏎⏎", 1, "");
    add("says nothing", "-x http://127.0.0.1:PORT -o FILE", "", 1, "");
    add(
        "speaks for the server",
        "-x http://127.0.0.1:PORT -o FILE",
        "HTTP/1.1 200 OK⏎⏎HTTP/1.1 200 OK⏎⏎evil",
        1,
        "");
    add(
        "is endless",
        "-x http://127.0.0.1:PORT -o FILE",
        "HTTP/1.1 200 OK⏎" + "X: y⏎".repeat(100_000),
        1,
        "");
    url = "http://far.example/";
    add("answers with junk", "-x http://127.0.0.1:PORT -o FILE", "junk⏎⏎", 1, "status line");
    url = "";
  }

  private void tls() {
    over = Over.HTTPS;
    url = "http://localhost:PORT/";
    add("TLS where none is wanted", "-o FILE", OK, 1, "");
    url = "https://127.0.0.2:PORT/";
    add("nobody of that name", "-o FILE", OK, 1, "");
    url = "";
    String pin = "sha256//" + "A".repeat(43) + "=";
    add("another key than pinned", "--pin " + pin + " -o FILE", OK, 1, "");
    over = Over.HTTP;
    url = "https://localhost:PORT/";
    add("no TLS where it is wanted", "--connect-timeout 1s -o FILE", OK, 1, "");
    url = "";
  }
}
