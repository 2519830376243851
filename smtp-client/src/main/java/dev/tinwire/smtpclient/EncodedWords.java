package dev.tinwire.smtpclient;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.function.ToIntFunction;
import org.apache.commons.codec.binary.Base64;

/**
 * Text of any script in the US-ASCII of a header (RFC 2047).
 *
 * <pre>
 * encoded-word = "=?" charset "?" encoding "?" encoded-text "?="     ; at most 75 characters
 * </pre>
 *
 * The whole text is encoded, blanks too: what stands between two encoded words is dropped by who
 * reads them (§6.2).
 */
final class EncodedWords {
  private static final HexFormat HEX = HexFormat.of().withUpperCase(); // §4.2 demands it

  /** What encoded-text may take of the 75 characters, beside {@code =?UTF-8?Q??=}. */
  private static final int ROOM = 75 - "=?UTF-8?Q??=".length();

  /** §5 (3): all that an encoded word in front of an address may have as it is. */
  private static final String PLAIN_SIGNS = "!*+-/";

  private EncodedWords() {}

  /** Whether a reader would take the text for something else if it were sent as it is. */
  static boolean needed(String text) {
    return !text.chars().allMatch(c -> c == '\t' || (c >= ' ' && c < 0x7f)) || text.contains("=?");
  }

  /** Encoded words with blanks between; in base64 only if nobody could read the other. */
  static String of(String text) {
    long octets = text.getBytes(StandardCharsets.UTF_8).length;
    long asQ = text.codePoints().mapToObj(EncodedWords::q).mapToLong(String::length).sum();
    boolean base64 = asQ > 2 * octets;
    var out = new StringBuilder();
    for (int from = 0; from < text.length(); ) {
      int end = base64 ? end(text, from, ROOM / 4 * 3, EncodedWords::octets) : qEnd(text, from);
      if (from > 0) out.append(' ');
      out.append(word(text.substring(from, end), base64));
      from = end;
    }
    return out.toString();
  }

  private static String word(String text, boolean base64) {
    if (base64) {
      byte[] octets = text.getBytes(StandardCharsets.UTF_8);
      return "=?UTF-8?B?" + Base64.encodeBase64String(octets) + "?=";
    }
    var encoded = new StringBuilder();
    text.codePoints().mapToObj(EncodedWords::q).forEach(encoded::append);
    return "=?UTF-8?Q?" + encoded + "?=";
  }

  private static int qEnd(String text, int from) {
    return end(text, from, ROOM, point -> q(point).length());
  }

  /** As many whole characters as fit: none may be split between two words (§5). */
  private static int end(String text, int from, int room, ToIntFunction<Integer> cost) {
    int at = from;
    int used = 0;
    while (at < text.length()) {
      int point = text.codePointAt(at);
      used += cost.applyAsInt(point);
      if (used > room) break;
      at += Character.charCount(point);
    }
    return at;
  }

  private static int octets(int point) {
    return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }

  /** One character in the Q encoding (§4.2). */
  private static String q(int point) {
    if (point == ' ') return "_";
    if (point < 0x80 && (Character.isLetterOrDigit(point) || PLAIN_SIGNS.indexOf(point) >= 0)) {
      return Character.toString(point);
    }
    var out = new StringBuilder();
    for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      out.append('=').append(HEX.toHexDigits(octet));
    }
    return out.toString();
  }
}
