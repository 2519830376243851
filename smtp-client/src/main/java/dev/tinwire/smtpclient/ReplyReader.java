package dev.tinwire.smtpclient;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reads replies (RFC 5321 §4.2):
 *
 * <pre>
 * reply  = *( code "-" [text] CRLF ) code [ SP [text] ] CRLF   ; one code in all lines
 * code   = %x32-35 2DIGIT
 * </pre>
 */
final class ReplyReader {
  /**
   * Leniency: the RFC has 0 to 5 for the second digit, but servers say 571 and the like; the first
   * digit decides what a client does.
   */
  static final String SECOND_DIGIT = "0123456789";

  /** Leniency: texts are ASCII, or UTF-8 with SMTPUTF8; other bytes are taken for Latin-1. */
  static final boolean ANY_BYTES = true;

  private static final String WHAT = "reply";

  private ReplyReader() {}

  /**
   * The next reply, whole.
   *
   * @param heard takes each line as it comes
   */
  static Reply read(ByteReader in, MailLimits limits, Consumer<String> heard) throws IOException {
    var texts = new ArrayList<String>();
    int code = 0;
    int bytes = 0;
    while (true) {
      String line = in.line(WHAT, limits.line());
      bytes += line.length() + 2;
      if (bytes > limits.reply()) throw new TooLong(WHAT, limits.reply());
      if (texts.size() == limits.lines()) {
        throw new Malformed(WHAT, line, 0, "has more than " + limits.lines() + " lines");
      }
      String text = decoded(line);
      heard.accept(text);
      int found = code(text);
      if (!texts.isEmpty() && found != code) {
        throw new Malformed(WHAT, text, 0, "all lines of a reply have one code, here " + code);
      }
      code = found;
      texts.add(text.substring(Math.min(4, text.length())));
      if (isLast(text)) return new Reply(code, List.copyOf(texts));
    }
  }

  private static int code(String line) throws Malformed {
    boolean right =
        line.length() >= 3
            && line.charAt(0) >= '2'
            && line.charAt(0) <= '5'
            && SECOND_DIGIT.indexOf(line.charAt(1)) >= 0
            && SECOND_DIGIT.indexOf(line.charAt(2)) >= 0;
    if (!right) throw new Malformed(WHAT, line, 0, "expected three digits, 200 to 599");
    return Integer.parseInt(line.substring(0, 3));
  }

  private static boolean isLast(String line) throws Malformed {
    if (line.length() == 3) return true;
    return switch (line.charAt(3)) {
      case ' ' -> true;
      case '-' -> false;
      default -> throw new Malformed(WHAT, line, 3, "expected a blank or '-' behind the code");
    };
  }

  /** The reader gives one character for each byte. */
  private static String decoded(String line) {
    byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
    if (bytes.length == line.length()) return line; // ASCII, as nearly always
    bytes = line.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return line;
    }
  }
}
