package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * Any datagram is a beat or is refused in words that are safe to print; what is read and printed
 * reads the same again; and no answer is longer than what asked for it.
 */
public final class BeatFuzz {
  private BeatFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length > 65_507) return;
    var parser = new BeatParser();
    if (!parser.parse(input, input.length)) {
      String fault = String.valueOf(parser.fault);
      if (!fault.startsWith("a beat ")) throw new AssertionError("no reason: " + fault);
    } else if (input.length > BeatParser.LONGEST) {
      throw new AssertionError("longer than may be");
    } else {
      roundTrip(new String(input, StandardCharsets.US_ASCII));
    }
    book(input);
    probe(new String(input, StandardCharsets.ISO_8859_1));
  }

  private static void roundTrip(String text) {
    try {
      Beat beat = BeatText.parse(text);
      if (!BeatText.parse(beat.print()).equals(beat)) throw new AssertionError("changed: " + text);
    } catch (Malformed e) {
      throw new AssertionError("refused the second time", e);
    }
  }

  private static void book(byte[] input) {
    var books = new BookScript();
    books.hear(input, 40_000).hear(input, 40_000).pass(1000);
    if (books.names().size() > 1) throw new AssertionError("two of one");
    var keyed = Voices.KEYED.books();
    keyed.hear(input, 40_000);
    if (!keyed.names().isEmpty()) throw new AssertionError("heard without a signature");
  }

  private static void probe(String text) {
    var voice = new BeatWriter.Voice(true, "i".repeat(64), 0xffff_ffff_ffffL, 1, Map.of());
    var writer = new BeatWriter(voice, Optional.empty());
    writer.next(1);
    var answers = new ProbeAnswers(Optional.empty(), writer, () -> 0);
    answers
        .answer(text)
        .ifPresent(answer -> {
          if (answer.length() > text.length()) throw new AssertionError("longer than was asked");
        });
  }
}
