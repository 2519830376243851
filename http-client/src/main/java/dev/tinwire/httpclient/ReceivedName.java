package dev.tinwire.httpclient;

import dev.tinwire.http.ContentDisposition;
import dev.tinwire.http.Fields;
import dev.tinwire.http.SafeFileName;
import dev.tinwire.wire.Malformed;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** The name of a file that came without one from the user. Pure. */
final class ReceivedName {
  private static final String NONE = "download";

  private ReceivedName() {}

  /** From {@code Content-Disposition}, else from the URL; in any case a harmless one. */
  static String of(Url url, Fields fields) {
    return fields
        .first("Content-Disposition")
        .flatMap(ReceivedName::disposition)
        .orElseGet(() -> of(url));
  }

  private static Optional<String> disposition(String value) {
    try {
      return ContentDisposition.parse(value).safeFileName();
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  /** The last part of the path; of a folder, the page that is shown for it. */
  static String of(Url url) {
    String path = url.path();
    if (path.isEmpty() || path.endsWith("/")) return "index.html";
    String last = path.substring(path.lastIndexOf('/') + 1);
    return SafeFileName.of(decoded(last)).orElse(NONE);
  }

  private static String decoded(String part) {
    var out = new ByteArrayOutputStream();
    for (int i = 0; i < part.length(); i++) {
      boolean encoded =
          part.charAt(i) == '%'
              && i + 2 < part.length()
              && HexFormat.isHexDigit(part.charAt(i + 1))
              && HexFormat.isHexDigit(part.charAt(i + 2));
      if (encoded) {
        out.write(HexFormat.fromHexDigits(part, i + 1, i + 3));
        i += 2;
      } else {
        out.writeBytes(part.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
      }
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
