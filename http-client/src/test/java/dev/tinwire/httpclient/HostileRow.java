package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/**
 * One way a server can misbehave and what is to come of it: a status and a body, or an error that
 * has these words in it.
 *
 * <pre>
 * name | ending | reply | 200 body   or   ! words
 * </pre>
 *
 * In a reply {@code \r \n \0 \xHH} are escapes, and {@code ⏎} stands for CR LF; {@code {64x}}
 * repeats the character before it so often.
 */
record HostileRow(String name, HostileOrigin.Ending ending, String sent, String expected) {
  static Stream<HostileRow> parse(String table) {
    return table.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).map(HostileRow::row);
  }

  private static HostileRow row(String line) {
    String[] cells = line.split(" \\|(?= )", 4);
    if (cells.length != 4) throw new AssertionError("not a row: " + line);
    return new HostileRow(
        cells[0].strip(),
        HostileOrigin.Ending.valueOf(cells[1].strip()),
        cells[2].strip(),
        cells[3].strip());
  }

  /** The octets of it. */
  byte[] reply() {
    return bytes(sent);
  }

  private static byte[] bytes(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '⏎') {
        out.append("\r\n");
      } else if (c == '{' && text.substring(i).matches("\\{[0-9]+x}.*")) {
        int end = text.indexOf("x}", i);
        int times = Integer.parseInt(text.substring(i + 1, end));
        String last = out.substring(out.length() - 1);
        out.append(last.repeat(times - 1));
        i = end + 1;
      } else if (c == '\\') {
        i++;
        switch (text.charAt(i)) {
          case 'r' -> out.append('\r');
          case 'n' -> out.append('\n');
          case '0' -> out.append('\0');
          case 'x' -> {
            out.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
            i += 2;
          }
          default -> out.append(text.charAt(i));
        }
      } else {
        out.append(c);
      }
    }
    return out.toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What comes of it, in the form of {@link #expected}. */
  static String outcome(HttpClient client, String url) throws InterruptedException {
    try (var response = client.get(url)) {
      return response.status().code() + " " + Visible.of(response.text());
    } catch (WireException e) {
      return "! " + e.getMessage();
    } catch (IOException e) {
      return "! not in our words: " + e;
    }
  }

  void check(String outcome) {
    boolean as =
        expected.startsWith("!")
            ? outcome.startsWith("!") && outcome.contains(expected.substring(1).strip())
            : outcome.strip().equals(expected);
    if (!as) throw new AssertionError(name + ": expected " + expected + "\n but came " + outcome);
  }

  @Override
  public String toString() {
    return name;
  }
}
