package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A moment by which another run of the monitor can tell how long it was off. The monotonic clock
 * goes on while the computer runs; which run of the computer it was, Linux tells. Only over its
 * restart must the wall clock do.
 */
record ClockMark(long nanos, long millis, String computer) {
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  static ClockMark now(Moment now) {
    return new ClockMark(now.nanos(), now.millis(), computersRun());
  }

  private static String computersRun() {
    try {
      return Files.readString(BOOT_ID).strip();
    } catch (IOException _) {
      return "";
    }
  }

  /** How long ago it was, in nanoseconds; never negative. */
  long ago(ClockMark now) {
    boolean same = !computer.isEmpty() && computer.equals(now.computer);
    long ago = same ? now.nanos - nanos : (now.millis - millis) * 1_000_000;
    return Math.max(0, ago);
  }

  Json.Obj print() {
    return Json.object().put("nanos", nanos).put("unix_ms", millis).put("computer", computer);
  }

  static ClockMark read(Json json) throws Malformed {
    return new ClockMark(
        json.get("nanos").number().longValue(),
        json.get("unix_ms").number().longValue(),
        json.get("computer").text());
  }
}
