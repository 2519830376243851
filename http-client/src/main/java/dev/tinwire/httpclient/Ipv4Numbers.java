package dev.tinwire.httpclient;

import dev.tinwire.wire.Ipv4Literal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The old ways of writing an IPv4 address that browsers still take (URL Standard §3.5): one to four
 * numbers, decimal, octal or hexadecimal, the last of them filling what is left. A filter that does
 * not know them is bypassed, so they become plain here, before anything looks at the host.
 */
final class Ipv4Numbers {
  private Ipv4Numbers() {}

  /** Whether the last label, a dot behind it aside, is a number: then the host is an address. */
  static boolean endsInNumber(String name) {
    String[] labels = labels(name);
    String last = labels[labels.length - 1];
    boolean digits = !last.isEmpty() && last.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits || number(last).isPresent();
  }

  private static String[] labels(String name) {
    String rest = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return rest.split("\\.", -1);
  }

  static Optional<Ipv4Literal> parse(String name) {
    String[] labels = labels(name);
    if (labels.length > 4) return Optional.empty();
    long bits = 0;
    for (int i = 0; i < labels.length; i++) {
      OptionalLong number = number(labels[i]);
      if (number.isEmpty()) return Optional.empty();
      boolean last = i == labels.length - 1;
      long room = last ? 1L << (8 * (5 - labels.length)) : 256;
      if (number.getAsLong() >= room) return Optional.empty();
      bits += last ? number.getAsLong() : number.getAsLong() << (8 * (3 - i));
    }
    return Optional.of(new Ipv4Literal((int) bits));
  }

  /** Saturates above 2^32, which is too much everywhere. */
  private static OptionalLong number(String text) {
    if (text.isEmpty()) return OptionalLong.empty();
    int radix = 10;
    int from = 0;
    if (text.startsWith("0x") || text.startsWith("0X")) {
      radix = 16;
      from = 2;
    } else if (text.length() > 1 && text.startsWith("0")) {
      radix = 8;
      from = 1;
    }
    long value = 0;
    for (int i = from; i < text.length(); i++) {
      int digit = text.charAt(i) < 0x80 ? Character.digit(text.charAt(i), radix) : -1;
      if (digit < 0) return OptionalLong.empty();
      value = Math.min(value * radix + digit, 1L << 32);
    }
    return OptionalLong.of(value);
  }
}
