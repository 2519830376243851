package dev.tinwire.http;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a head or of a trailer section: in order, names without regard to capitals, several
 * lines of one name allowed (RFC 9110 §5.2, §5.3). Public because everything that is said about a
 * message is said here.
 */
public final class Fields {
  public static final Fields NONE = new Fields(List.of());

  /**
   * The lines, in an array: every message is asked for a dozen names, and each look into a list is
   * two calls, which is what a young JVM spends its time on.
   */
  private final FieldLine[] each;

  // Made when asked for; two threads would make the same.
  private @Nullable List<FieldLine> lines;
  private byte @Nullable [] printed;

  public Fields(Collection<FieldLine> lines) {
    this.each = lines.toArray(FieldLine[]::new);
    for (FieldLine line : each) requireNonNull(line);
  }

  public List<FieldLine> lines() {
    List<FieldLine> made = lines;
    if (made == null) {
      made = List.of(each);
      lines = made;
    }
    return made;
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
    var more = new ArrayList<>(lines());
    more.add(FieldLine.of(name, value));
    return new Fields(more);
  }

  /** These without all lines of that name. */
  public Fields without(String name) {
    return new Fields(lines().stream().filter(line -> !line.isNamed(name)).toList());
  }

  public boolean has(String name) {
    return indexOf(name, 0) >= 0;
  }

  /** Where the next line of that name stands, or -1. */
  private int indexOf(String name, int from) {
    int length = name.length();
    for (int i = from; i < each.length; i++) {
      FieldLine line = each[i];
      if (line.colon == length && line.isNamed(name)) return i;
    }
    return -1;
  }

  /** The value of the first line of that name, which is the only one for most names. */
  public Optional<String> first(String name) {
    int i = indexOf(name, 0);
    return i >= 0 ? Optional.of(each[i].value()) : Optional.empty();
  }

  /** The value of the line of that name, where there is one and no other. */
  Optional<String> only(String name) {
    int i = indexOf(name, 0);
    return i < 0 || indexOf(name, i + 1) >= 0 ? Optional.empty() : Optional.of(each[i].value());
  }

  /** The values of all lines of that name, line by line. */
  public List<String> all(String name) {
    var values = new ArrayList<String>(2);
    for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) values.add(each[i].value());
    return values;
  }

  /**
   * The elements of all lines of that name taken as one list (RFC 9110 §5.3, §5.6.1). Only for
   * fields that are defined as lists: a date has a comma inside.
   */
  public List<String> list(String name) {
    var elements = new ArrayList<String>(4);
    for (int i = indexOf(name, 0); i >= 0; i = indexOf(name, i + 1)) {
      FieldList.split(each[i].value(), elements);
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
  byte[] bytes() {
    byte[] made = printed;
    if (made == null) {
      made = made();
      printed = made;
    }
    return made;
  }

  private byte[] made() {
    int length = 2;
    for (FieldLine line : each) length += line.printed().length;
    byte[] bytes = new byte[length];
    int at = 0;
    for (FieldLine line : each) {
      byte[] one = line.printed();
      System.arraycopy(one, 0, bytes, at, one.length);
      at += one.length;
    }
    bytes[at] = '\r';
    bytes[at + 1] = '\n';
    return bytes;
  }

  /** Adds them as they go over the wire, each line with its CRLF. */
  public void print(StringBuilder out) {
    for (FieldLine line : each) line.print(out);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Fields that && Arrays.equals(each, that.each);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(each);
  }

  @Override
  public String toString() {
    return lines().toString();
  }
}
