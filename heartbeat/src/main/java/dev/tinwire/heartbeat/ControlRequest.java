package dev.tinwire.heartbeat;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.Malformed;
import java.time.Duration;
import java.util.List;

/**
 * What a running monitor can be asked over its control socket: one line of ASCII.
 *
 * <pre>
 * request = "mute" SP id SP duration / "unmute" SP id / "ack" SP id / "forget" SP id / "why" SP id
 *         / "list" SP form / "report" SP form / "reload"
 * form    = "text" / "json"
 * id      = 1*64( ALPHA / DIGIT / "." / "_" / ":" / "-" )
 * </pre>
 */
sealed interface ControlRequest {
  int MAX_LENGTH = 256;

  record Mute(String id, Duration time) implements ControlRequest {}

  record Unmute(String id) implements ControlRequest {}

  record Acknowledge(String id) implements ControlRequest {}

  record Forget(String id) implements ControlRequest {}

  record Why(String id) implements ControlRequest {}

  record Enumerate(boolean json) implements ControlRequest {}

  record Tally(boolean json) implements ControlRequest {}

  record Reload() implements ControlRequest {}

  static ControlRequest parse(String line) throws Malformed {
    var words = List.of(line.split(" ", -1));
    return switch (words.getFirst()) {
      case "mute" -> new Mute(id(line, words, 3), Durations.parse(words.get(2)));
      case "unmute" -> new Unmute(id(line, words, 2));
      case "ack" -> new Acknowledge(id(line, words, 2));
      case "forget" -> new Forget(id(line, words, 2));
      case "why" -> new Why(id(line, words, 2));
      case "list" -> new Enumerate(json(line, words));
      case "report" -> new Tally(json(line, words));
      case "reload" -> {
        count(line, words, 1);
        yield new Reload();
      }
      default ->
          throw new Malformed(
              "request", line, 0, "known are mute, unmute, ack, forget, why, list, report, reload");
    };
  }

  private static String id(String line, List<String> words, int count) throws Malformed {
    count(line, words, count);
    return id(words.get(1));
  }

  /** A sender's name as it may be. */
  static String id(String text) throws Malformed {
    if (text.matches("[A-Za-z0-9._:-]{1,64}")) return text;
    throw new Malformed("id", text, 0, "letters, digits and . _ : - only, at most 64");
  }

  private static boolean json(String line, List<String> words) throws Malformed {
    count(line, words, 2);
    return switch (words.get(1)) {
      case "json" -> true;
      case "text" -> false;
      default -> throw new Malformed("request", line, line.indexOf(' ') + 1, "say text or json");
    };
  }

  private static void count(String line, List<String> words, int count) throws Malformed {
    if (words.size() != count) {
      throw new Malformed("request", line, 0, "this takes " + count + " words");
    }
  }

  default String print() {
    return switch (this) {
      case Mute(String id, Duration time) -> "mute " + id + " " + Durations.print(time);
      case Unmute(String id) -> "unmute " + id;
      case Acknowledge(String id) -> "ack " + id;
      case Forget(String id) -> "forget " + id;
      case Why(String id) -> "why " + id;
      case Enumerate(boolean json) -> "list " + form(json);
      case Tally(boolean json) -> "report " + form(json);
      case Reload() -> "reload";
    };
  }

  private static String form(boolean json) {
    return json ? "json" : "text";
  }
}
