package dev.tinwire.wire.tls;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.WireException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;

/**
 * Reads the textual encodings of certificates and keys (RFC 7468 §3). What it takes beyond the
 * grammar is in {@link PemLeniency}.
 *
 * <pre>
 * textualmsg = preeb *WSP eol *eolWSP base64text posteb *WSP [eol]
 * preeb      = "-----BEGIN " label "-----"
 * posteb     = "-----END " label "-----"
 * </pre>
 *
 * No message of its errors quotes what stands between the boundaries: it may be a private key.
 */
final class Pem {
  /** A bundle of all public authorities has about 250 kB. */
  static final int MAX_TEXT = 4 * 1024 * 1024;

  static final int MAX_BLOCKS = 2_000;

  private static final String BEGIN = "-----BEGIN ";
  private static final String END = "-----END ";
  private static final String DASHES = "-----";

  private Pem() {}

  static List<PemBlock> parse(String text) throws WireException {
    if (text.length() > MAX_TEXT) throw new TooLong("PEM text", MAX_TEXT);
    var blocks = new ArrayList<PemBlock>();
    Iterator<String> lines = text.lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next().stripTrailing();
      if (line.startsWith(BEGIN)) {
        if (blocks.size() == MAX_BLOCKS) {
          throw new WireException("PEM text has more than " + MAX_BLOCKS + " blocks");
        }
        blocks.add(block(line, lines));
      } else if (line.startsWith(END)) {
        throw new Malformed("PEM text", line, 0, "an END without its BEGIN");
      }
    }
    return List.copyOf(blocks);
  }

  private static PemBlock block(String begin, Iterator<String> lines) throws Malformed {
    String label = label(begin);
    var base64 = new StringBuilder();
    while (lines.hasNext()) {
      String line = lines.next().stripTrailing();
      if (line.startsWith(DASHES)) {
        if (!line.equals(END + label + DASHES)) {
          throw new Malformed("PEM text", line, 0, "expected " + END + label + DASHES);
        }
        return new PemBlock(label, decode(begin, base64.toString()));
      }
      if (line.indexOf(':') >= 0) throw headers(begin, label);
      base64.append(line);
    }
    throw bad(begin, "its " + END + "line is missing");
  }

  private static String label(String begin) throws Malformed {
    if (begin.length() < BEGIN.length() + DASHES.length() || !begin.endsWith(DASHES)) {
      throw bad(begin, "the line does not end in " + DASHES);
    }
    String label = begin.substring(BEGIN.length(), begin.length() - DASHES.length());
    if (!isLabel(label)) {
      throw new Malformed("PEM text", begin, BEGIN.length(), "this is no label");
    }
    return label;
  }

  /** §3: words of printable characters, joined by single blanks or hyphens. */
  private static boolean isLabel(String label) {
    boolean joined = true; // nothing to join yet
    for (int i = 0; i < label.length(); i++) {
      char c = label.charAt(i);
      boolean joins = c == ' ' || c == '-';
      if (c < 0x20 || c > 0x7e || (joins && joined)) return false;
      joined = joins;
    }
    return !joined;
  }

  /** RFC 1421 §4.6: a header means OpenSSL's old way to encrypt; RFC 7468 §2 has none. */
  private static Malformed headers(String begin, String label) {
    return bad(
        begin,
        label.endsWith("PRIVATE KEY")
            ? "the key is encrypted; " + PrivateKeys.HOW_TO_DECRYPT
            : "headers are not allowed here (RFC 7468 §2)");
  }

  /** RFC 4648 §3.2, §3.5: padded, and the unused bits of the last character are zero. */
  private static byte[] decode(String begin, String base64) throws Malformed {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (Base64.getEncoder().encodeToString(bytes).equals(base64)) return bytes;
      throw bad(begin, "its base64 is not padded as it should be");
    } catch (IllegalArgumentException _) {
      throw bad(begin, "something inside is not base64");
    }
  }

  private static Malformed bad(String begin, String problem) {
    return new Malformed("PEM text", begin, begin.length(), problem);
  }
}
