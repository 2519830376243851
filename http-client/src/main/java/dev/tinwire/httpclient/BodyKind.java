package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** What a body is to somebody at a terminal; decided from its type and its first bytes. Pure. */
enum BodyKind {
  JSON,
  HTML,
  TEXT,
  BINARY;

  private static final Set<String> TEXTS =
      Set.of(
          "application/javascript",
          "application/xml",
          "application/xhtml+xml",
          "application/x-www-form-urlencoded",
          "application/yaml",
          "application/toml",
          "application/sql",
          "image/svg+xml");

  static BodyKind of(Optional<MediaType> type, byte[] start) {
    if (binary(start)) return BINARY;
    if (type.isEmpty()) return TEXT;
    String essence = type.get().essence();
    if (essence.equals("application/json") || essence.endsWith("+json")) return JSON;
    if (essence.equals("text/html") || essence.equals("application/xhtml+xml")) return HTML;
    if (type.get().type().equals("text") || essence.endsWith("+xml")) return TEXT;
    return TEXTS.contains(essence) || readable(start) ? TEXT : BINARY;
  }

  /** A NUL is in no text; the one encoding that has them, UTF-16, has nearly left the web. */
  private static boolean binary(byte[] start) {
    for (byte b : start) if (b == 0) return true;
    return false;
  }

  private static boolean readable(byte[] start) {
    int controls = 0;
    for (byte b : start) if (b >= 0 && b < ' ' && b != '\n' && b != '\r' && b != '\t') controls++;
    String text = new String(start, StandardCharsets.UTF_8);
    long broken = text.chars().filter(c -> c == 0xfffd).count();
    return controls == 0 && broken <= 1; // the last character may be cut
  }
}
