package dev.tinwire.heartbeat;

import java.util.List;

/**
 * A part of a configuration file: {@code [sender db-1]} and the entries below it.
 *
 * @param kind the first word in the brackets
 * @param name the second one, or empty
 */
record ConfigSection(String kind, String name, int line, List<Entry> entries) {
  /** {@code key = value}; the columns are those of the key and of the value's first character. */
  record Entry(String key, String value, int line, int keyColumn, int valueColumn) {}

  ConfigSection {
    entries = List.copyOf(entries);
  }

  /** How faults call it. */
  String title() {
    return name.isEmpty() ? "[" + kind + "]" : "[" + kind + " " + name + "]";
  }
}
