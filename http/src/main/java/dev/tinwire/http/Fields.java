package dev.tinwire.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The fields of a head or of a trailer section: in order, names without regard to capitals, several
 * lines of one name allowed (RFC 9110 §5.2, §5.3). Public because everything that is said about a
 * message is said here.
 */
public record Fields(List<FieldLine> lines) {
  public static final Fields NONE = new Fields(List.of());

  public Fields {
    lines = List.copyOf(lines);
  }

  /** Names and values by turns. */
  public static Fields of(String... namesAndValues) {
    if (namesAndValues.length % 2 != 0) throw new IllegalArgumentException("a value is missing");
    var lines = new ArrayList<FieldLine>(namesAndValues.length / 2);
    for (int i = 0; i < namesAndValues.length; i += 2) {
      lines.add(FieldLine.of(namesAndValues[i], namesAndValues[i + 1]));
    }
    return new Fields(lines);
  }

  /** These and one more at the end. */
  public Fields and(String name, String value) {
    var more = new ArrayList<>(lines);
    more.add(FieldLine.of(name, value));
    return new Fields(more);
  }

  /** These without all lines of that name. */
  public Fields without(String name) {
    return new Fields(lines.stream().filter(line -> !line.isNamed(name)).toList());
  }

  public boolean has(String name) {
    return indexOf(name, 0) < lines.size();
  }

  /** Where the next line of that name stands; by index, which costs a third in a young JVM. */
  private int indexOf(String name, int from) {
    int i = from;
    int size = lines.size();
    int length = name.length();
    while (i < size && !lines.get(i).isNamed(name, length)) i++;
    return i;
  }

  /** The value of the first line of that name, which is the only one for most names. */
  public Optional<String> first(String name) {
    int i = indexOf(name, 0);
    return i < lines.size() ? Optional.of(lines.get(i).value()) : Optional.empty();
  }

  /** The values of all lines of that name, line by line. */
  public List<String> all(String name) {
    var values = new ArrayList<String>(2);
    for (int i = indexOf(name, 0); i < lines.size(); i = indexOf(name, i + 1)) {
      values.add(lines.get(i).value());
    }
    return values;
  }

  /**
   * The elements of all lines of that name taken as one list (RFC 9110 §5.3, §5.6.1). Only for
   * fields that are defined as lists: a date has a comma inside.
   */
  public List<String> list(String name) {
    var elements = new ArrayList<String>(4);
    for (int i = indexOf(name, 0); i < lines.size(); i = indexOf(name, i + 1)) {
      FieldList.split(lines.get(i).value(), elements);
    }
    return elements;
  }

  /** Whether that list has that element; capitals do not matter. */
  public boolean lists(String name, String element) {
    if (!has(name)) return false;
    for (String each : list(name)) if (each.equalsIgnoreCase(element)) return true;
    return false;
  }

  /** As they go over the wire, the empty line at their end included. */
  byte[] toBytes() {
    int size = lines.size();
    int length = 2;
    for (int i = 0; i < size; i++) length += lines.get(i).printed().length;
    byte[] bytes = new byte[length];
    int at = 0;
    for (int i = 0; i < size; i++) {
      byte[] each = lines.get(i).printed();
      System.arraycopy(each, 0, bytes, at, each.length);
      at += each.length;
    }
    bytes[at] = '\r';
    bytes[at + 1] = '\n';
    return bytes;
  }

  /** Adds them as they go over the wire, each line with its CRLF. */
  public void print(StringBuilder out) {
    for (FieldLine line : lines) line.print(out);
  }
}
