package dev.tinwire.httpserver;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The SHA-256 of files, read block by block and remembered for as long as they stay as they are.
 * Only a few are read at once: each keeps a processor busy.
 */
final class Digests {
  private final Semaphore places;
  private final InstantSource clock;
  private final Map<FileState, byte[]> known;

  /**
   * None at first.
   *
   * @param atOnce how many files are read at once
   * @param most how many digests are remembered; then the one asked for longest ago is forgotten
   */
  Digests(int atOnce, int most, InstantSource clock) {
    this.places = new Semaphore(atOnce);
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<FileState, byte[]> eldest) {
            return size() > most;
          }
        };
  }

  /** That of an open file; empty if too many are being read. */
  Optional<byte[]> of(Resource.File file) throws IOException {
    synchronized (known) {
      byte[] digest = known.get(file.state());
      if (digest != null) return Optional.of(digest);
    }
    if (!places.tryAcquire()) return Optional.empty();
    try {
      boolean settled = file.state().settled(clock.instant()); // before it is read
      byte[] digest = read(file);
      if (settled) {
        synchronized (known) {
          known.put(file.state(), digest);
        }
      }
      return Optional.of(digest);
    } finally {
      places.release();
    }
  }

  private static byte[] read(Resource.File file) throws IOException {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      switch (file) {
        case Resource.InMemory memory -> sha.update(memory.bytes());
        case Resource.OnDisk disk -> disk.read(sha::update);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
