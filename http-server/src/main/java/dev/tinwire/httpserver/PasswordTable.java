package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The text of a file of passwords:
 *
 * <pre>
 * file = *( line LF )
 * line = user ":" hash / "#" comment / ""
 * user = 1*( any character but ":" and control characters ), not "#" first
 * </pre>
 */
record PasswordTable(List<Line> lines) {
  static final PasswordTable EMPTY = new PasswordTable(List.of());

  private static final String WHAT = "line";

  /** One line of it. */
  sealed interface Line {
    /** Somebody and their password. */
    record User(String name, PasswordHash hash) implements Line {
      @Override
      public String toString() {
        return name + ":" + hash;
      }
    }

    /** A comment, or nothing: kept as it stands. */
    record Other(String text) implements Line {
      @Override
      public String toString() {
        return text;
      }
    }
  }

  PasswordTable {
    lines = List.copyOf(lines);
  }

  static PasswordTable parse(String text) throws Malformed {
    var lines = new ArrayList<Line>();
    var names = new HashSet<String>();
    for (String line : text.lines().toList()) {
      Line read = line(line);
      if (read instanceof Line.User(var name, _) && !names.add(name)) {
        throw new Malformed(WHAT, line, 0, "the same user stands in it twice");
      }
      lines.add(read);
    }
    return new PasswordTable(lines);
  }

  private static Line line(String line) throws Malformed {
    if (line.isBlank() || line.startsWith("#")) return new Line.Other(line);
    int colon = line.indexOf(':');
    if (colon < 0) throw new Malformed(WHAT, line, line.length(), "expected USER:HASH");
    String user = line.substring(0, colon);
    if (!isName(user)) throw new Malformed(WHAT, line, 0, "this cannot be a user's name");
    return new Line.User(user, PasswordHash.parse(line.substring(colon + 1)));
  }

  /** Whether Basic can say it (RFC 7617 §2), and a line of this file. */
  static boolean isName(String user) {
    return !user.isBlank()
        && !user.startsWith("#")
        && user.indexOf(':') < 0
        && user.chars().noneMatch(Character::isISOControl)
        && user.lines().count() == 1;
  }

  Optional<PasswordHash> find(String user) {
    for (Line line : lines) {
      if (line instanceof Line.User(var name, var hash) && name.equals(user)) {
        return Optional.of(hash);
      }
    }
    return Optional.empty();
  }

  List<String> users() {
    return lines.stream()
        .flatMap(line ->
            line instanceof Line.User(var name, _)
                ? Optional.of(name).stream()
                : Optional.<String>empty().stream())
        .toList();
  }

  /** With this password for that user, in the place of the old one if there was one. */
  PasswordTable with(String user, PasswordHash hash) {
    var changed = new ArrayList<>(lines);
    var entry = new Line.User(user, hash);
    int at = place(user);
    if (at < 0) changed.add(entry);
    else changed.set(at, entry);
    return new PasswordTable(changed);
  }

  PasswordTable without(String user) {
    var changed = new ArrayList<>(lines);
    int at = place(user);
    if (at >= 0) changed.remove(at);
    return new PasswordTable(changed);
  }

  private int place(String user) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i) instanceof Line.User(var name, _) && name.equals(user)) return i;
    }
    return -1;
  }

  @Override
  public String toString() {
    return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
  }
}
