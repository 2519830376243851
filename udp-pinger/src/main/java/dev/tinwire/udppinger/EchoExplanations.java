package dev.tinwire.udppinger;

import dev.tinwire.wire.terminal.Explanations;
import java.util.Optional;

/** What the server's lines mean. The second word of a line is the wire. */
final class EchoExplanations implements Explanations {
  @Override
  public Optional<String> of(Direction direction, String line) {
    String[] words = line.split(" ", 3);
    if (words.length < 2) return Optional.empty();
    return switch (direction) {
      case RECEIVED -> received(words[1]);
      case SENT -> sent(words[1]);
    };
  }

  private static Optional<String> received(String wire) {
    return switch (wire) {
      case "stamp" ->
          Optional.of("a test packet: its number and when it was sent, T1 (RFC 8762 §4.2)");
      case "stamp-reply" ->
          Optional.of("a reflector's answer; answering it would make a loop (CVE-2024-2169)");
      case "text" -> Optional.of("the textbook's ping: a word, a number and a time in ASCII");
      case "raw" -> Optional.of("any octets, to be returned as they came (RFC 862)");
      case "LINE" ->
          Optional.of("one line of a stream; where it ends is said by LF (RFC 9293 §3.8)");
      default -> Optional.empty();
    };
  }

  private static Optional<String> sent(String wire) {
    return switch (wire) {
      case "stamp" ->
          Optional.of("T1 as it came, when it came, T2, and when it left, T3 (RFC 8762 §4.3)");
      case "text" -> Optional.of("the same text, for the sender to take the time");
      case "raw" -> Optional.of("the same octets: as many as came, never more");
      case "LINE" -> Optional.of("the same line in upper case");
      default -> Optional.empty();
    };
  }
}
