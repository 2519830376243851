package dev.tinwire.heartbeat;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The question whether a late sender lives: {@code ? NONCE - EPOCHSECONDS pad=xxx mac=…}. It is
 * filled up, so that no answer is longer than what asked for it: nobody can have us multiply what
 * they send to a third.
 *
 * @param nonce at most 48 bits, told back by the answer
 * @param stamp nanoseconds since 1970, for people who look at the wire
 */
record Probe(long nonce, long stamp) {
  /** As long as the longest answer: an id of 64, a number of 19, and a mac. */
  static final int LENGTH = 256;

  private static final Pattern FORM =
      Pattern.compile("\\? ([0-9a-f]{1,12}) - [0-9]{1,10}\\.[0-9]{1,9} pad=x+( mac=[0-9a-f]{32})?");

  /** As it goes on the wire, signed for the sender it goes to if there is a key. */
  String print(Optional<BeatKey> key, String id) {
    var out = new StringBuilder(LENGTH).append("? ").append(Long.toHexString(nonce)).append(" - ");
    Beat.stamp(out, stamp);
    out.append(" pad=");
    int room = LENGTH - out.length() - (key.isPresent() ? 5 + PairParser.MAC_DIGITS : 0);
    out.repeat('x', room);
    return key.map(k -> k.sign(out.toString(), id)).orElseGet(out::toString);
  }

  /** The nonce, if the text is a probe, and signed for us where we have a key. */
  static OptionalLong nonce(String text, Optional<BeatKey> key, String id) {
    Matcher form = FORM.matcher(text);
    if (text.length() > BeatParser.LONGEST || !form.matches()) return OptionalLong.empty();
    if (key.isPresent() && !key.get().verifies(text, id)) return OptionalLong.empty();
    return OptionalLong.of(Long.parseLong(form.group(1), 16));
  }
}
