package dev.tinwire.httpserver;

import java.nio.charset.StandardCharsets;

/**
 * A file or a folder in a zip archive.
 *
 * @param name from the archive's top down, with slashes between; that of a folder ends with one
 *     (APPNOTE 4.4.17.1)
 * @param state what it was when the archive was laid out; if it is not so when it is sent, the
 *     archive breaks off
 */
record ZipItem(String name, FileState state) {
  /** The length of a name has two octets (APPNOTE 4.4.10). */
  static final int LONGEST_NAME = 0xFFFF;

  ZipItem {
    if (name.isEmpty() || encoded(name).length > LONGEST_NAME) {
      throw new IllegalArgumentException("a name of " + name.length() + " characters");
    }
  }

  boolean isFolder() {
    return name.endsWith("/");
  }

  /** How many bytes of it are in the archive. */
  long size() {
    return isFolder() ? 0 : state.size();
  }

  byte[] encodedName() {
    return encoded(name);
  }

  private static byte[] encoded(String name) {
    return name.getBytes(StandardCharsets.UTF_8);
  }
}
