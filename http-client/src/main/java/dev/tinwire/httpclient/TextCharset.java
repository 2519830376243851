package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * In which encoding a text came (HTML Standard §13.2.3.2): a byte order mark before all, then what
 * the server says, then what the document says, then UTF-8 where it is UTF-8, else windows-1252.
 */
final class TextCharset {
  /** Where a document has to say it, if it does. */
  static final int PRESCAN = 1024;

  private static final Pattern META =
      Pattern.compile("<meta\\b[^>]*?charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})");

  private static final Pattern CSS = Pattern.compile("\\A@charset \"([A-Za-z0-9_:.-]{1,40})\";");

  private TextCharset() {}

  /**
   * The encoding.
   *
   * @param start of the body; the more, the surer
   * @param whole whether that is all of it
   */
  static Charset of(Optional<MediaType> type, byte[] start, boolean whole) {
    Optional<Charset> marked = mark(start);
    if (marked.isPresent()) return marked.get();
    Optional<String> label = type.flatMap(t -> t.parameters().get("charset"));
    Optional<Charset> said = label.flatMap(TextCharset::named);
    if (said.isPresent()) return said.get();
    if (type.isPresent() && type.get().subtype().endsWith("json")) return StandardCharsets.UTF_8;
    Optional<Charset> inside = said(start);
    if (inside.isPresent()) return inside.get();
    return isUtf8(start, whole) ? StandardCharsets.UTF_8 : windows1252();
  }

  private static Optional<Charset> mark(byte[] start) {
    if (begins(start, 0xef, 0xbb, 0xbf)) return Optional.of(StandardCharsets.UTF_8);
    if (begins(start, 0xfe, 0xff)) return Optional.of(StandardCharsets.UTF_16BE);
    if (begins(start, 0xff, 0xfe)) return Optional.of(StandardCharsets.UTF_16LE);
    return Optional.empty();
  }

  private static boolean begins(byte[] start, int... octets) {
    if (start.length < octets.length) return false;
    for (int i = 0; i < octets.length; i++) if ((start[i] & 0xff) != octets[i]) return false;
    return true;
  }

  private static Optional<Charset> said(byte[] start) {
    int length = Math.min(PRESCAN, start.length);
    String text = new String(start, 0, length, StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(text.toLowerCase(Locale.ROOT));
    Matcher css = CSS.matcher(text);
    Optional<String> label =
        meta.find()
            ? Optional.of(meta.group(1))
            : css.find() ? Optional.of(css.group(1)) : Optional.empty();
    // What could be read as ASCII to find this cannot be UTF-16, whatever it says.
    return label.flatMap(TextCharset::named).map(c -> isUtf16(c) ? StandardCharsets.UTF_8 : c);
  }

  private static boolean isUtf16(Charset charset) {
    return charset.name().startsWith("UTF-16");
  }

  /** On the web ASCII and ISO-8859-1 mean windows-1252 (Encoding Standard §4.2). */
  private static Optional<Charset> named(String label) {
    String name = label.strip().toLowerCase(Locale.ROOT);
    return switch (name) {
      case "iso-8859-1", "latin1", "us-ascii", "ascii", "l1", "cp1252" ->
          Optional.of(windows1252());
      case "utf8", "unicode-1-1-utf-8" -> Optional.of(StandardCharsets.UTF_8);
      default -> known(name);
    };
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Charset windows1252() {
    return Charset.forName("windows-1252");
  }

  /** A character that is cut off at the end of a part is no fault. */
  private static boolean isUtf8(byte[] start, boolean whole) {
    var decoder = StandardCharsets.UTF_8.newDecoder();
    var out = CharBuffer.allocate(start.length + 1);
    CoderResult result = decoder.decode(ByteBuffer.wrap(start), out, whole);
    return result.isUnderflow();
  }
}
