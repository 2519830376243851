package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Grammar;
import dev.tinwire.wire.command.Nearest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Gives the entries of one section their meaning. Whatever has none becomes a fault. */
final class SectionReader {
  private final ConfigSection section;
  private final List<ConfigFault> faults;
  private final SequencedMap<String, ConfigSection.Entry> unread = new LinkedHashMap<>();
  private final List<String> known = new ArrayList<>();
  private boolean faulty;

  SectionReader(ConfigSection section, List<ConfigFault> faults) {
    this.section = section;
    this.faults = faults;
    for (var entry : section.entries()) {
      if (unread.putIfAbsent(entry.key(), entry) != null) {
        fault(entry.line(), entry.keyColumn(), entry.key() + " is given twice in one section");
      }
    }
  }

  /** What was written for this key. */
  <T> Optional<T> value(String key, Grammar<T> grammar) {
    known.add(key);
    var entry = unread.remove(key);
    return entry == null ? Optional.empty() : parsed(entry, entry.value(), 0, grammar);
  }

  /** What was written for this key, with commas between; empty if it is not there. */
  <T> List<T> list(String key, Grammar<T> grammar) {
    known.add(key);
    var entry = unread.remove(key);
    var all = new ArrayList<T>();
    if (entry == null) return all;
    int at = 0;
    for (String part : entry.value().split(",", -1)) {
      String word = part.strip();
      int offset = at + part.indexOf(word);
      if (word.isEmpty()) fault(entry.line(), entry.valueColumn() + at, "something is missing");
      else parsed(entry, word, offset, grammar).ifPresent(all::add);
      at += part.length() + 1;
    }
    return all;
  }

  boolean yes(String key, boolean otherwise) {
    return value(key, SectionReader::truth).orElse(otherwise);
  }

  /** Says what is left over. */
  void end() {
    for (Map.Entry<String, ConfigSection.Entry> left : unread.entrySet()) {
      String advice =
          Nearest.to(left.getKey(), known)
              .map(near -> "; did you mean " + near + "?")
              .orElse("; known here: " + String.join(", ", known));
      var entry = left.getValue();
      String problem = section.title() + " has no key " + left.getKey() + advice;
      fault(entry.line(), entry.keyColumn(), problem);
    }
  }

  /** Something is wrong with the section as a whole. */
  void fault(String problem) {
    fault(section.line(), 1, problem);
  }

  private <T> Optional<T> parsed(
      ConfigSection.Entry entry, String text, int offset, Grammar<T> grammar) {
    try {
      return Optional.of(grammar.parse(text));
    } catch (Malformed e) {
      int column = entry.valueColumn() + offset + e.at();
      fault(entry.line(), column, entry.key() + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  /** Something is missing, unless what is wrong elsewhere in the section explains it. */
  void missing(String problem) {
    if (!faulty) fault(problem);
  }

  private void fault(int line, int column, String problem) {
    faulty = true;
    faults.add(new ConfigFault(line, column, problem));
  }

  private static Boolean truth(String text) throws Malformed {
    return switch (text) {
      case "yes" -> true;
      case "no" -> false;
      default -> throw new Malformed("answer", text, 0, "write yes or no");
    };
  }
}
