package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Bytes as tests write them: one character for each octet. */
final class Wire {
  private Wire() {}

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  static ByteReader reader(String text) {
    return reader(bytes(text));
  }

  /** With a small buffer, so that lines and bodies cross its end. */
  static ByteReader reader(byte[] bytes) {
    return new ByteReader(new ByteArrayInputStream(bytes), 16);
  }

  /** A cell of a table, where control characters stand as {@code \r \n \t \0}. */
  static String unescape(String cell) {
    return cell.replace("\\0", "\0").translateEscapes();
  }

  /** The lines of a text block, each ended by CR LF. */
  static String crlf(String block) {
    return block.replace("\n", "\r\n");
  }

  /** What every refusal owes: a status for the peer, and a sentence that a terminal can show. */
  static void demandSafe(BadMessage refused) {
    String message = String.valueOf(refused.getMessage());
    if (!refused.status().isClientError() && !refused.status().isServerError()) {
      throw new AssertionError("no error: " + refused.status());
    }
    if (message.isBlank() || message.chars().anyMatch(Character::isISOControl)) {
      throw new AssertionError("not to be shown: " + message);
    }
  }

  /** Beyond a limit when written again: the one blank we put behind a colon can do that. */
  static void demandGrown(BadMessage grown) {
    int code = grown.status().code();
    if (code != 431) throw new AssertionError("wrote what it cannot read", grown);
  }

  static void demandWithin(Limits limits, Fields fields) {
    int bytes = 0;
    for (FieldLine line : fields.lines()) {
      if (line.length() > limits.fieldLine()) throw new AssertionError("too long: " + line);
      bytes += line.length();
    }
    if (bytes > limits.head() || fields.lines().size() > limits.fieldLines()) {
      throw new AssertionError("too many: " + fields);
    }
  }
}
