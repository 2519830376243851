package dev.tinwire.heartbeat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the beats of one run, one number after the other. Thread-safe: answers to probes repeat
 * the last beat.
 *
 * @see Beat
 */
final class BeatWriter {
  private final Voice voice;
  private final Optional<BeatKey> key;
  private long number;
  private @Nullable Beat last;

  /**
   * What stays the same in all beats of a run.
   *
   * @param tagged whether more than the textbook's two fields are sent
   * @param period in milliseconds
   */
  record Voice(boolean tagged, String id, long boot, int period, Map<String, String> values) {
    Voice {
      values = Map.copyOf(values);
    }
  }

  BeatWriter(Voice voice, Optional<BeatKey> key) {
    this.voice = voice;
    this.key = key;
  }

  String id() {
    return voice.id();
  }

  synchronized long count() {
    return number;
  }

  /** The next beat, as it goes on the wire. */
  synchronized String next(long millis) {
    return next(millis, Status.OK, Map.of());
  }

  /** The next beat with something special to say, which only the tagged format can. */
  synchronized String next(long millis, Status status, Map<String, String> more) {
    number++;
    long stamp = millis * 1_000_000;
    if (!voice.tagged()) return Beat.textbook(number, stamp).print();
    var values = new LinkedHashMap<>(voice.values());
    values.putAll(more);
    last = beat(stamp, status, values, -1);
    return signed(last.print(), key);
  }

  private Beat beat(long stamp, Status status, Map<String, String> values, long answers) {
    return new Beat(
        number, stamp, voice.id(), voice.boot(), voice.period(), status, 0, values, answers);
  }

  /** The last beat once more, for who asked; without values, to be short. */
  synchronized Optional<String> answer(long nonce, Optional<BeatKey> own) {
    if (last == null) return Optional.empty();
    return Optional.of(signed(beat(last.stamp(), last.status(), Map.of(), nonce).print(), own));
  }

  private String signed(String text, Optional<BeatKey> with) {
    return with.map(k -> k.sign(text, voice.id())).orElse(text);
  }
}
