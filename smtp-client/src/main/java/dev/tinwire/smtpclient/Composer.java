package dev.tinwire.smtpclient;

import java.io.IOException;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** Gives a {@link Draft} its form on the wire (RFC 5322, RFC 2045). */
final class Composer {
  private Composer() {}

  /**
   * The message. Files are looked at now and read when it is written.
   *
   * @param random what Message-ID, boundaries and Content-IDs are made of
   * @throws dev.tinwire.wire.Malformed if a value cannot stand in a header
   */
  static Content compose(Draft draft, RandomGenerator random, Clock clock) throws IOException {
    throw new IOException("not yet: " + draft + random + clock);
  }
}
