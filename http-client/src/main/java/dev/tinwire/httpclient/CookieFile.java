package dev.tinwire.httpclient;

import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.PrivateReplacement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** A jar that lasts: read before a run, written after it. */
public final class CookieFile {
  private static final int MOST_BYTES = 16 << 20;

  private CookieFile() {}

  /**
   * Puts what the file holds into a jar; a file that is not there yet holds nothing. One that has
   * lines, and not one that a jar would have, is somebody's who mistook its name.
   *
   * @return how many lines are no cookies
   */
  public static int load(Path file, CookieJar jar, Instant now) throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    } catch (NoSuchFileException _) {
      return 0;
    }
    if (bytes.length > MOST_BYTES) throw new TooLong("the cookie jar", MOST_BYTES);
    var contents = NetscapeJar.parse(new String(bytes, StandardCharsets.ISO_8859_1), now);
    if (contents.isForeign()) {
      throw new WireException(
          Visible.of(file.toString())
              + " holds something else than cookies, which would be lost: name another file");
    }
    contents.cookies().forEach(jar::put);
    return contents.unreadable();
  }

  /** Replaces the file at once, readable by its owner alone. */
  public static void save(Path file, List<Cookie> cookies) throws IOException {
    PrivateReplacement.write(
        file, NetscapeJar.print(cookies).getBytes(StandardCharsets.ISO_8859_1));
  }
}
