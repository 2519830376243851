package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One requirement of RFC 9110 or 9112 as a conversation with {@code tinwire serve}, from a file in
 * {@code src/test/rfc}:
 *
 * <pre>
 * ## RFC 9112 §3.2 host-missing        a heading; "with --auth a:b" behind it: options of serve
 * &gt; GET /a.txt | If-None-Match: ${tag}   a request; Host is added unless fields name one
 * &lt; 206 01 | Content-Range: bytes 0-1/10  an answer with this content and, in order, these fields
 * &lt; 404                                an answer with the page we have for it; none for 204, 304
 * REFUSED 400                          the same, which says "close" and closes
 * A.TXT                                the answer to GET /a.txt, whose tag is ${tag}
 * STILL OPEN                           another request is answered on this connection
 * </pre>
 *
 * All other lines are those of a {@link dev.tinwire.testkit.Transcript}.
 */
record RfcCase(String section, String name, List<String> options, String script) {
  static final Path FOLDER = Path.of("src", "test", "rfc");

  private static final Pattern HEADING =
      Pattern.compile("## (RFC 911[02] §[0-9.]+) ([a-z0-9-]+)(?: with (.*))?");
  private static final String DATE =
      "S~: Date: ..., \\d\\d ... \\d{4} \\d\\d:\\d\\d:\\d\\d GMT\n"; // §5.6.7: IMF-fixdate
  private static final Pattern ANSWER = Pattern.compile("([0-9]{3})(?: ([^|]*?))?((?: \\| .*)?)");
  static final String CONTENT = "0123456789";

  static List<RfcCase> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().flatMap(file -> in(file).stream()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RfcCase> in(Path file) {
    try {
      var cases = new ArrayList<RfcCase>();
      for (String part : Files.readString(file).split("(?m)^(?=## )", -1)) {
        if (part.startsWith("## ")) cases.add(parse(part));
      }
      return cases;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RfcCase parse(String part) {
    int end = part.indexOf('\n');
    Matcher heading = HEADING.matcher(part.substring(0, end));
    if (!heading.matches()) throw new AssertionError("no heading: " + part.substring(0, end));
    String with = heading.group(3);
    List<String> options = with == null ? List.of() : List.of(with.split(" ", -1));
    var script = new StringBuilder();
    for (String line : part.substring(end + 1).split("\n", -1)) script.append(expanded(line));
    return new RfcCase(heading.group(1), heading.group(2), options, script.toString());
  }

  private static String expanded(String line) {
    if (line.startsWith("> ")) return request(line.substring(2));
    if (line.startsWith("< ")) return answer(line.substring(2));
    if (line.startsWith("REFUSED ")) return refused(line.substring(8));
    return switch (line) {
      case "D" -> DATE;
      case "A.TXT" -> aText();
      case "STILL OPEN" -> request("GET /a.txt") + aText();
      default -> line + "\n";
    };
  }

  private static String request(String text) {
    String[] parts = text.split(" \\| ", -1);
    boolean version = parts[0].contains(" HTTP/");
    var lines = new StringBuilder("C: " + parts[0] + (version ? "" : " HTTP/1.1") + "\n");
    boolean host = text.toLowerCase(Locale.ROOT).contains("| host:") || version;
    if (!host) lines.append("C: Host: site.test\n");
    for (int i = 1; i < parts.length; i++) lines.append("C: ").append(parts[i]).append('\n');
    return lines + "C:\n";
  }

  private static String answer(String text) {
    Matcher m = ANSWER.matcher(text);
    if (!m.matches()) throw new AssertionError("no answer: " + text);
    var status = new Status(Integer.parseInt(m.group(1)));
    var lines = new StringBuilder("S: HTTP/1.1 " + status + "\n" + DATE);
    String fields = String.valueOf(m.group(3));
    for (String field : fields.split(" \\| ", -1)) {
      if (!field.isEmpty()) lines.append("S*: ").append(field).append('\n');
    }
    lines.append("S*:\n");
    String content = m.group(2) == null ? page(status) : m.group(2);
    return content.isEmpty() ? lines.toString() : lines + "S+: " + content + "\n";
  }

  private static String page(Status status) {
    boolean none = status.code() == 204 || status.code() == 304;
    return none ? "" : ErrorPage.line(status).replace("\n", "\\n");
  }

  private static String refused(String code) {
    return "S~: HTTP/1.1 "
        + code
        + " .+\n"
        + DATE
        + "S: Connection: close\n"
        + "S~: Content-Length: [1-9][0-9]*\nS~: Content-Type: text/(plain|html); ?charset=utf-8\n"
        + "S REST\n";
  }

  private static String aText() {
    return """
    S: HTTP/1.1 200 OK
    %sS: Content-Length: 10
    S: Cache-Control: no-cache
    S~: ETag: (?<tag>"[0-9a-f]+")
    S: Vary: Accept-Encoding
    S: Content-Type: text/plain;charset=utf-8
    S: Last-Modified: Thu, 29 Feb 2024 12:30:15 GMT
    S: Accept-Ranges: bytes
    S: X-Content-Type-Options: nosniff
    S:
    S+: %s
    """
        .formatted(DATE, CONTENT);
  }

  @Override
  public String toString() {
    return section + " " + name;
  }
}
