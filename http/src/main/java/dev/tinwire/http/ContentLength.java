package dev.tinwire.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * {@code Content-Length = 1*DIGIT} (RFC 9110 §8.6): no sign, no fraction, no other script's digits,
 * nothing that overflows. Leading zeros are digits.
 */
final class ContentLength {
  private ContentLength() {}

  static long of(Fields fields, Set<Leniency> allowed) throws BadMessage {
    Optional<String> only = fields.only("Content-Length");
    if (only.isPresent()) {
      OptionalLong number = Decimals.number(only.get());
      if (number.isPresent()) return number.getAsLong();
    }
    List<String> lines = fields.all("Content-Length");
    if (lines.size() == 1 && lines.getFirst().indexOf(',') < 0) return parse(lines.getFirst());
    if (!allowed.contains(Leniency.REPEATED_LENGTH)) throw bad(lines, "it is given more than once");
    return same(lines);
  }

  /** Every element counts, empty ones too: this is a list by accident only. */
  private static long same(List<String> lines) throws BadMessage {
    long length = -1;
    for (String line : lines) {
      for (String element : line.split(",", -1)) {
        long each = parse(Octet.withoutBlanks(element, 0, element.length()));
        if (length >= 0 && each != length) throw bad(lines, "the lengths differ");
        length = each;
      }
    }
    return length;
  }

  private static long parse(String text) throws BadMessage {
    if (text.isEmpty()) throw bad(List.of(text), "a number is expected");
    for (int i = 0; i < text.length(); i++) {
      if (!Octet.isDigit(text.charAt(i))) throw bad(List.of(text), "only digits are allowed");
    }
    return Decimals.exact(text).orElseThrow(() -> bad(List.of(text), "it is too large"));
  }

  private static BadMessage bad(List<String> lines, String problem) {
    return BadMessage.in("Content-Length", String.join(", ", lines), problem);
  }
}
