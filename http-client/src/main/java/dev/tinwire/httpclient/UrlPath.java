package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The segments of a path while it is read (URL Standard §4.4 "path state"): {@code .} and {@code
 * ..}, also percent-encoded, are gone when it is printed.
 */
final class UrlPath {
  private final String scheme;
  private final List<String> segments = new ArrayList<>();

  private UrlPath(String scheme) {
    this.scheme = scheme;
  }

  static UrlPath of(String scheme) {
    return new UrlPath(scheme);
  }

  /** As printed before: begins with a slash, or is empty. */
  static UrlPath of(String scheme, String printed) {
    var path = new UrlPath(scheme);
    if (!printed.isEmpty()) path.segments.addAll(List.of(printed.substring(1).split("/", -1)));
    return path;
  }

  /** Adds what follows: a slash in front is a separator. */
  UrlPath then(String text) {
    boolean special = Schemes.isSpecial(scheme);
    // The path of a special scheme is never empty, that of another is if nothing is there.
    if (text.isEmpty() && !special) return this;
    String slashes = special ? text.replace('\\', '/') : text;
    String rest = slashes.startsWith("/") ? slashes.substring(1) : slashes;
    String[] parts = rest.split("/", -1);
    for (int i = 0; i < parts.length; i++) add(parts[i], i == parts.length - 1);
    return this;
  }

  private void add(String segment, boolean last) {
    String dots = segment.toLowerCase(Locale.ROOT).replace("%2e", ".");
    if (dots.equals("..")) {
      shorten();
      if (last) segments.add("");
    } else if (dots.equals(".")) {
      if (last) segments.add("");
    } else if (scheme.equals("file") && segments.isEmpty() && isDrive(segment)) {
      segments.add(segment.charAt(0) + ":");
    } else {
      segments.add(PercentSet.PATH.encode(segment));
    }
  }

  /** One step up; a drive is the top. */
  void shorten() {
    boolean drive =
        scheme.equals("file") && segments.size() == 1 && isPrintedDrive(segments.getFirst());
    if (!drive && !segments.isEmpty()) segments.removeLast();
  }

  /** Begins with the drive of another file's path, if that has one. */
  void driveOf(String printed) {
    UrlPath other = of(scheme, printed);
    if (!other.segments.isEmpty() && isPrintedDrive(other.segments.getFirst())) {
      segments.add(other.segments.getFirst());
    }
  }

  String print() {
    var out = new StringBuilder();
    for (String segment : segments) out.append('/').append(segment);
    return out.toString();
  }

  /** {@code C:}, or {@code C|} as it once was written. */
  static boolean isDrive(String text) {
    return text.length() == 2 && isLetter(text.charAt(0)) && ":|".indexOf(text.charAt(1)) >= 0;
  }

  private static boolean isPrintedDrive(String segment) {
    return isDrive(segment) && segment.charAt(1) == ':';
  }

  static boolean startsWithDrive(String text) {
    return text.length() >= 2
        && isDrive(text.substring(0, 2))
        && (text.length() == 2 || "/\\".indexOf(text.charAt(2)) >= 0);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }
}
