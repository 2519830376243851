package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/** A beat out of its text, as a value, which nobody but a test wants. */
final class BeatText {
  private BeatText() {}

  static Beat parse(String text) throws Malformed {
    var parser = new BeatParser();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (!parser.parse(bytes, bytes.length)) {
      throw new Malformed(
          "beat", text, Math.min(parser.at, text.length()), String.valueOf(parser.fault));
    }
    var pairs = parser.pairs;
    return new Beat(
        parser.number,
        parser.stamp,
        parser.text(pairs.idFrom, pairs.idTo),
        pairs.boot,
        pairs.period,
        pairs.status,
        pairs.pauseSeconds,
        pairs.values(),
        pairs.answers);
  }
}
