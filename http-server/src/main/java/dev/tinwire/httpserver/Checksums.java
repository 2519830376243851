package dev.tinwire.httpserver;

import java.io.IOException;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * The CRC-32 of files, remembered for as long as they stay as they are: a download that is resumed
 * near its end needs those of all files, and should not wait until they were read again.
 */
final class Checksums {
  private final InstantSource clock;
  private final Map<FileState, Integer> known;

  /**
   * None at first.
   *
   * @param most how many are remembered; then the one asked for longest ago is forgotten
   */
  Checksums(int most, InstantSource clock) {
    this.clock = clock;
    this.known =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<FileState, Integer> eldest) {
            return size() > most;
          }
        };
  }

  /** That of an open file, which is read to its end if need be. */
  int of(Resource.OnDisk file) throws IOException {
    synchronized (known) {
      Integer sum = known.get(file.state());
      if (sum != null) return sum;
    }
    boolean settled = file.state().settled(clock.instant()); // before it is read
    int sum = read(file);
    if (settled) {
      synchronized (known) {
        known.put(file.state(), sum);
      }
    }
    return sum;
  }

  private static int read(Resource.OnDisk file) throws IOException {
    var crc = new CRC32();
    file.read(crc::update);
    return (int) crc.getValue();
  }
}
