package dev.tinwire.smtpclient;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The name of an attached file, in the parameters of Content-Type and Content-Disposition. In other
 * scripts both ways of writing it are used: RFC 2231 in the second, which is the standard, and an
 * encoded word in the first, which RFC 2047 §5 forbids and older Outlooks want.
 */
record FileName(String text) {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** RFC 2231 §7: attribute-char, those that need no percent sign. */
  private static final String PLAIN_SIGNS = "!#$&+-.^_`{|}~";

  /** What a section of a long name has at most, so that lines stay within 76. */
  private static final int SECTION = 56;

  /** For Content-Type: {@code ; name="…"}. */
  String asName() {
    String value = simple() ? quoted() : '"' + EncodedWords.of(text) + '"';
    return "; name=" + value;
  }

  /** For Content-Disposition: {@code ; filename="…"} or {@code ; filename*=UTF-8''…}. */
  String asFilename() {
    if (simple()) return "; filename=" + quoted();
    List<String> sections = sections();
    if (sections.size() == 1) return "; filename*=UTF-8''" + sections.getFirst();
    var out = new StringBuilder();
    for (int i = 0; i < sections.size(); i++) { // RFC 2231 §4.1
      out.append("; filename*").append(i).append("*=").append(i == 0 ? "UTF-8''" : "");
      out.append(sections.get(i));
    }
    return out.toString();
  }

  private boolean simple() {
    return text.length() <= SECTION && !EncodedWords.needed(text);
  }

  private String quoted() {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** Percent-encoded, cut between characters. */
  private List<String> sections() {
    var sections = new ArrayList<String>();
    var section = new StringBuilder();
    for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
      String encoded = encoded(text.codePointAt(at));
      if (section.length() + encoded.length() > SECTION) {
        sections.add(section.toString());
        section.setLength(0);
      }
      section.append(encoded);
    }
    sections.add(section.toString());
    return sections;
  }

  private static String encoded(int point) {
    if (point < 0x80 && (Character.isLetterOrDigit(point) || PLAIN_SIGNS.indexOf(point) >= 0)) {
      return Character.toString(point);
    }
    var out = new StringBuilder();
    for (byte octet : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
      out.append('%').append(HEX.toHexDigits(octet));
    }
    return out.toString();
  }
}
