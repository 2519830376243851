package dev.tinwire.testkit;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.MatchResult;

/** What the other side said: its lines, and what the named groups of {@code ~} lines caught. */
public final class Heard {
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Map<String, String> groups = new ConcurrentHashMap<>();

  Heard() {}

  /** All lines of the other side up to now, without their line ends. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  /** What the group of that name caught last. */
  public String group(String name) {
    String caught = groups.get(name);
    if (caught == null) throw new AssertionError("no line has caught <" + name + "> yet");
    return caught;
  }

  void line(String bytes) {
    lines.add(Escapes.textOf(bytes));
  }

  void remember(MatchResult match) {
    for (String name : match.namedGroups().keySet()) {
      String caught = match.group(name);
      if (caught != null) groups.put(name, caught);
    }
  }

  /** The bytes with each {@code ${name}} replaced by what was caught under that name. */
  String fill(String bytes) {
    String filled = bytes;
    for (Map.Entry<String, String> group : groups.entrySet()) {
      filled = filled.replace("${" + group.getKey() + "}", Escapes.bytesOf(group.getValue()));
    }
    return filled;
  }
}
