package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** A text to be sent: its lines end in CRLF, the last one too. */
final class BodyText {
  /** How it goes through servers that know seven bits and 998 characters a line (RFC 2045 §6). */
  enum Coding {
    SEVEN_BIT("7bit"),
    QUOTED_PRINTABLE("quoted-printable"),
    BASE64("base64");

    private final String word;

    Coding(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  /** RFC 5322 §2.1.1. */
  private static final int LONGEST_LINE = 998;

  private final byte[] octets;
  private final Coding coding;

  private BodyText(byte[] octets, Coding coding) {
    this.octets = octets;
    this.coding = coding;
  }

  static BodyText of(String what, String text) throws Malformed {
    String lines = text.replace("\r\n", "\n").replace('\r', '\n');
    if (!lines.isEmpty() && !lines.endsWith("\n")) lines += "\n";
    byte[] octets = utf8(what, lines.replace("\n", "\r\n"));
    return new BodyText(octets, coding(octets));
  }

  /** In UTF-8, not encoded yet. */
  byte[] octets() {
    return octets.clone();
  }

  Coding coding() {
    return coding;
  }

  String charset() {
    return ascii(octets) ? "us-ascii" : "utf-8";
  }

  private static Coding coding(byte[] octets) {
    if (ascii(octets) && longestLine(octets) <= LONGEST_LINE) return Coding.SEVEN_BIT;
    int special = 0;
    for (byte b : octets) if (b < 0 || b == '=') special++;
    // Quoted-printable takes two octets more for each of them, base64 a third of all; and people
    // can read the first in a mailbox that is only shown.
    return special * 2L <= octets.length / 3 ? Coding.QUOTED_PRINTABLE : Coding.BASE64;
  }

  /** RFC 2045 §2.7: 7bit has no NUL either. */
  private static boolean ascii(byte[] octets) {
    for (byte b : octets) if (b <= 0) return false;
    return true;
  }

  private static int longestLine(byte[] octets) {
    int longest = 0;
    int length = 0;
    for (byte b : octets) {
      length = b == '\n' ? 0 : length + 1;
      longest = Math.max(longest, length - (b == '\r' ? 1 : 0));
    }
    return longest;
  }

  private static byte[] utf8(String what, String text) throws Malformed {
    byte[] octets = text.getBytes(StandardCharsets.UTF_8);
    // Half a character becomes a question mark there. An encoder that complains by itself goes
    // character by character, which is slow in a young JVM.
    if (!new String(octets, StandardCharsets.UTF_8).equals(text)) {
      throw new Malformed(what, text, 0, "it has half a character in it, which cannot be sent");
    }
    return octets;
  }
}
