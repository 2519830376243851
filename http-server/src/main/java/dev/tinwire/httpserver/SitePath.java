package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The path of a request as names in a folder, decoded once and never again (RFC 3986 §2.4). What
 * cannot be the name of anything here is not there, rather than refused or put right: dot segments
 * (a client has removed them, §5.2.4), encoded slashes, backslashes, NUL, and nothing between two
 * slashes, so that printed again it never begins with {@code //} or {@code /\}.
 *
 * @param names from the root down; none is the root itself
 * @param slash whether a folder is meant, as by {@code /photos/} and by {@code /}
 */
record SitePath(List<String> names, boolean slash) {
  static final SitePath ROOT = new SitePath(List.of(), true);

  SitePath {
    names = List.copyOf(names);
    if (names.isEmpty() && !slash) throw new IllegalArgumentException("the root is a folder");
    for (String name : names) {
      if (!isName(name)) throw new IllegalArgumentException("no name: " + name);
    }
  }

  /** Reads a path as it stands in a request target; empty where nothing can be there. */
  static Optional<SitePath> parse(String path) {
    if (path.isEmpty() || path.equals("/")) return Optional.of(ROOT); // RFC 9110 §4.2.3
    boolean slash = path.endsWith("/");
    String inner = path.substring(1, path.length() - (slash ? 1 : 0));
    var names = new ArrayList<String>();
    try {
      for (String segment : inner.split("/", -1)) {
        names.add(PercentEncoding.decodeUtf8("path segment", segment));
      }
    } catch (Malformed _) {
      return Optional.empty(); // bytes that are not UTF-8
    }
    for (String name : names) if (!isName(name)) return Optional.empty();
    return Optional.of(new SitePath(names, slash));
  }

  /** Whether a file of that name can be asked for. */
  static boolean isName(String name) {
    return !name.isEmpty()
        && !name.equals(".")
        && !name.equals("..")
        && name.indexOf('/') < 0
        && name.indexOf('\\') < 0
        && name.indexOf(0) < 0;
  }

  /**
   * Whether a name on the way begins with a dot: configuration, histories and keys lie there, and
   * nobody means to publish them. The one at the top that is meant for publishing is not counted
   * (RFC 8615 §3).
   */
  boolean hidden() {
    return hidden(names);
  }

  /** The same of names as they are on disk, which may be any. */
  static boolean hidden(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      boolean wellKnown = i == 0 && names.get(i).equals(".well-known");
      if (names.get(i).startsWith(".") && !wellKnown) return true;
    }
    return false;
  }

  boolean isRoot() {
    return names.isEmpty();
  }

  /** The last name, which the root has not. */
  Optional<String> name() {
    return names.isEmpty() ? Optional.empty() : Optional.of(names.getLast());
  }

  /** A file of that name in this folder. */
  SitePath file(String name) {
    var longer = new ArrayList<>(names);
    longer.add(name);
    return new SitePath(longer, false);
  }

  /** The folder that this lies in; the root has none. */
  SitePath parent() {
    return new SitePath(names.subList(0, names.size() - 1), true);
  }

  /** The file beside this one that has the same name and something more. */
  SitePath sibling(String suffix) {
    var other = new ArrayList<>(names);
    other.set(other.size() - 1, other.getLast() + suffix);
    return new SitePath(other, false);
  }

  /** The same as a folder. */
  SitePath withSlash() {
    return new SitePath(names, true);
  }

  /** Encoded again, in the one way we encode it. */
  @Override
  public String toString() {
    String path =
        names.stream().map(PercentEncoding::pathSegment).collect(Collectors.joining("/", "/", ""));
    return slash && !isRoot() ? path + "/" : path;
  }
}
