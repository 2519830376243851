package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Takes off what a server put on a body for the way (RFC 9110 §8.4): gzip, deflate, br, several on
 * top of one another. What comes out is bounded in size and in ratio, so that a small body cannot
 * fill a disk; what is cut short is an error, never a shorter body.
 */
final class ContentCodings {
  /** What to say in {@code Accept-Encoding}. */
  static final String ACCEPTED = "gzip, deflate, br";

  /** Nobody puts more on a body in good faith. */
  static final int MOST_LAYERS = 3;

  private ContentCodings() {}

  /**
   * The codings to take off, the outermost first.
   *
   * @param contentEncoding the elements of the field
   * @throws WireException if one is unknown, or there are too many
   */
  static List<String> toRemove(List<String> contentEncoding) throws WireException {
    var codings = new ArrayList<String>();
    for (String each : contentEncoding) {
      switch (each.toLowerCase(Locale.ROOT)) {
        case "gzip", "x-gzip" -> codings.addFirst("gzip"); // §8.4.1.3: the same
        case "deflate" -> codings.addFirst("deflate");
        case "br" -> codings.addFirst("br");
        // Reserved for Accept-Encoding (RFC 9110 §12.5.3), or no coding at all, and sent all the
        // same by servers that mean: none. Browsers and curl take them as that.
        case "identity", "none", "" -> {}
        default ->
            throw new WireException("the body has a coding we did not ask for: " + shown(each));
      }
    }
    if (codings.size() > MOST_LAYERS) throw new WireException("the body has too many codings");
    return List.copyOf(codings);
  }

  private static String shown(String coding) {
    return Visible.cut(coding, 40);
  }

  /**
   * The body without them.
   *
   * @param codings as {@link #toRemove} gave them
   * @param limits of what comes out
   */
  static InputStream remove(InputStream body, List<String> codings, InflateLimits limits)
      throws IOException {
    if (codings.isEmpty()) return body;
    var wire = new CountedInput(body);
    InputStream out = wire;
    for (String coding : codings) {
      InputStream plain =
          switch (coding) {
            case "gzip" -> new GzipBody(out);
            case "deflate" -> new DeflateBody(out);
            case "br" -> new BrotliBody(out);
            default -> throw new IllegalArgumentException("no coding of ours: " + coding);
          };
      out = new BoundedOutput(plain, wire, limits); // against the wire, also in the inner layers
    }
    return out;
  }
}
