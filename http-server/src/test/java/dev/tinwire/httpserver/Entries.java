package dev.tinwire.httpserver;

import java.time.Instant;

/** Lines of listings, made up. */
final class Entries {
  private Entries() {}

  static ListingEntry ofFolder(String name, Instant modified) {
    return new ListingEntry(name, true, 0, modified.toEpochMilli());
  }

  static ListingEntry ofFile(String name, long bytes, Instant modified) {
    return new ListingEntry(name, false, bytes, modified.toEpochMilli());
  }
}
