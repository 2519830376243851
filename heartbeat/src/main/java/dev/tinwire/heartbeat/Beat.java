package dev.tinwire.heartbeat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One beat as a value: what a sender prints. Whoever receives many reads them with {@link
 * BeatParser} and makes no values.
 *
 * @param stamp nanoseconds since 1970
 * @param id empty: it has none, and is known by its address
 * @param boot -1: it has none
 * @param period in milliseconds; 0: it does not say
 * @param pause seconds, where the status is a pause
 * @param answers the nonce of a probe, or -1
 */
record Beat(
    long number,
    long stamp,
    String id,
    long boot,
    int period,
    Status status,
    int pause,
    Map<String, String> values,
    long answers) {
  private static final long SECOND = 1_000_000_000;

  Beat {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** The textbook's: a number and a time. */
  static Beat textbook(long number, long stamp) {
    return new Beat(number, stamp, "", -1, 0, Status.OK, 0, Map.of(), -1);
  }

  /** As it goes on the wire, without a mac. */
  String print() {
    var out = new StringBuilder(128).append(number).append(" - ");
    stamp(out, stamp);
    if (!id.isEmpty()) out.append(" id=").append(id);
    if (boot >= 0) out.append(" boot=").append(Long.toHexString(boot));
    if (period > 0) out.append(" p=").append(period);
    switch (status) {
      case OK -> {}
      case WARN -> out.append(" st=warn");
      case BYE -> out.append(" st=bye");
      case PAUSE -> out.append(" st=pause:").append(pause);
    }
    values.forEach((name, value) -> out.append(" v.").append(name).append('=').append(value));
    if (answers >= 0) out.append(" re=").append(Long.toHexString(answers));
    return out.toString();
  }

  /** Seconds with at least three decimals, as the textbook's example has them. */
  static void stamp(StringBuilder out, long nanos) {
    out.append(nanos / SECOND);
    String decimals = Long.toString(SECOND + nanos % SECOND).substring(1);
    int end = 9;
    while (end > 3 && decimals.charAt(end - 1) == '0') end--;
    out.append('.').append(decimals, 0, end);
  }
}
