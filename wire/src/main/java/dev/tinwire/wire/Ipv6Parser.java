package dev.tinwire.wire;

import java.util.regex.Pattern;

/**
 * Reads an IPv6 address (RFC 4291 §2.2): eight groups of one to four hexadecimal digits; "::" once,
 * for one or more zero groups; the last two groups perhaps in dotted form; then perhaps a zone.
 */
final class Ipv6Parser {
  /** An interface's number, or its name; names are shorter than this everywhere (Linux: 15). */
  private static final Pattern ZONE = Pattern.compile("[0-9]{1,9}|(?![0-9]+$)[-._A-Za-z0-9]{1,32}");

  /**
   * In a URI the % had to be written %25 (RFC 6874, given up by RFC 9844). We read no URIs here,
   * and to guess could be wrong: %251 is interface 251. So this is refused.
   */
  private static final Pattern URI_ZONE = Pattern.compile("25.*[^0-9].*");

  private final String what;
  private final String text;
  private final int zoneAt;
  private final int end;
  private final int[] groups = new int[8];
  private int count;
  private int gap = -1;
  private int at;

  Ipv6Parser(String what, String text, int from, int to) {
    this.what = what;
    this.text = text;
    this.at = from;
    int percent = text.indexOf('%', from);
    this.zoneAt = percent < 0 || percent > to ? to : percent;
    this.end = to;
  }

  Ipv6Literal whole() throws Malformed {
    if (text.startsWith("::", at)) gap();
    while (at < zoneAt) {
      int stop = text.indexOf(':', at);
      group(stop < 0 || stop > zoneAt ? zoneAt : stop);
      if (at < zoneAt) separator();
    }
    if (gap < 0 && count < 8) throw fault(at, "has only " + count + " of eight groups");
    if (gap >= 0 && count == 8) throw fault(at, "has eight groups and \"::\" besides");
    return new Ipv6Literal(half(0), half(4), zone());
  }

  private void group(int stop) throws Malformed {
    if (count == 8) throw fault(at, "has more than eight groups");
    if (text.substring(at, stop).indexOf('.') >= 0) {
      dotted(stop);
    } else {
      int start = at;
      for (; at < stop; at++) {
        char c = text.charAt(at);
        int digit = c < 0x80 ? Character.digit(c, 16) : -1;
        if (digit < 0) throw fault(at, "expected a hexadecimal digit here");
        if (at == start + 4) throw fault(at, "has a group of more than four digits");
        groups[count] = groups[count] << 4 | digit;
      }
      if (at == start) throw fault(at, "expected a hexadecimal digit here");
      count++;
    }
  }

  private void dotted(int stop) throws Malformed {
    if (stop < zoneAt || count > 6)
      throw fault(at, "has an IPv4 address that is not the last 32 bits");
    int bits = Ipv4Literal.parse(what, text, at, stop).bits();
    groups[count++] = bits >>> 16;
    groups[count++] = bits & 0xffff;
    at = stop;
  }

  private void separator() throws Malformed {
    if (text.startsWith("::", at)) {
      gap();
    } else {
      at++;
      if (at == zoneAt) throw fault(at, "ends with a colon");
    }
  }

  private void gap() throws Malformed {
    if (gap >= 0) throw fault(at, "has \"::\" twice");
    gap = count;
    at += 2;
  }

  private long half(int first) {
    long bits = 0;
    for (int i = first; i < first + 4; i++) bits = bits << 16 | spread(i);
    return bits;
  }

  /** The group at a place of the eight, the gap filled with zeros. */
  private int spread(int index) {
    if (gap < 0 || index < gap) return groups[index];
    int fromEnd = 8 - index;
    return fromEnd <= count - gap ? groups[count - fromEnd] : 0;
  }

  private String zone() throws Malformed {
    if (zoneAt == end) return "";
    String zone = text.substring(zoneAt + 1, end);
    if (zone.isEmpty()) throw fault(end, "expected the name of a network interface here");
    if (URI_ZONE.matcher(zone).matches())
      throw fault(zoneAt + 1, "write the zone after a plain '%'");
    if (!isZone(zone)) throw fault(zoneAt + 1, "expected the name of a network interface here");
    return zone;
  }

  static boolean isZone(String text) {
    return ZONE.matcher(text).matches() && !URI_ZONE.matcher(text).matches();
  }

  private Malformed fault(int place, String problem) {
    return new Malformed(what, text, place, problem);
  }
}
