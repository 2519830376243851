package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One line of a listing. Small, for there may be a hundred thousand of them in memory at once.
 *
 * @param name as the file system has it: any character may be in it
 * @param bytes 0 for a folder, whose size nobody has counted
 * @param modifiedMillis since 1970
 */
record ListingEntry(String name, boolean folder, long bytes, long modifiedMillis) {
  /** Half a character (a lone surrogate) has no percent-encoding, so nobody could ask for it. */
  boolean addressable() {
    for (int i = 0; i < name.length(); i++) {
      if (Character.isSurrogate(name.charAt(i))) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(name);
      }
    }
    return true;
  }

  /** Seconds are what Last-Modified has too; more digits would only look exact. */
  Instant modified() {
    return Instant.ofEpochSecond(Math.floorDiv(modifiedMillis, 1000));
  }

  /** With {@code ./} before it, so that {@code a:b} has no scheme and {@code //x} no host. */
  String href() {
    return "./" + PercentEncoding.pathSegment(name) + slash();
  }

  /** What a folder's name ends with wherever it is shown. */
  String slash() {
    return folder ? "/" : "";
  }
}
