package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the URLs of one line. Many are neighbours: one that begins as the one before it, up to the
 * first slash of the path, and has nothing in its path that a browser would change, differs in the
 * path alone, and the rest need not be read again.
 */
final class TypedUrls {
  private Optional<Url> last = Optional.empty();
  private String origin = "";

  /** As {@link Url#typed}. */
  Url read(String text) throws Malformed {
    Optional<Url> neighbour = neighbour(text);
    if (neighbour.isPresent()) return neighbour.get();
    Url url = Url.typed(text);
    remember(url, text);
    return url;
  }

  /** The URL, if it differs from the last one in the path alone. */
  Optional<Url> neighbour(String text) {
    if (last.isEmpty() || !text.startsWith(origin)) return Optional.empty();
    String path = text.substring(origin.length() - 1);
    boolean plain = path.length() < Url.MOST / 2 && isPlain(path);
    return plain ? Optional.of(last.get().withPath(path)) : Optional.empty();
  }

  /** Only where the text is what it would be printed as. */
  private void remember(Url url, String text) {
    last = Optional.empty();
    if (!url.isHttp() || url.query().isPresent() || url.fragment().isPresent()) return;
    if (!text.equals(url.href())) return;
    origin = text.substring(0, text.length() - url.path().length() + 1);
    last = Optional.of(url);
  }

  /** Whether nothing in it is encoded, ends it, or leads up: {@code ..} needs a dot first. */
  private static boolean isPlain(String path) {
    byte before = 0;
    for (byte b : path.getBytes(StandardCharsets.US_ASCII)) {
      if (b == '.' && before == '/') return false;
      if (!isPlain(b)) return false;
      before = b;
    }
    return true;
  }

  private static boolean isPlain(byte b) {
    if (b >= 'a' && b <= 'z') return true;
    if (b >= '-' && b <= '9') return true; // - . / and digits
    return (b >= 'A' && b <= 'Z') || b == '_';
  }
}
