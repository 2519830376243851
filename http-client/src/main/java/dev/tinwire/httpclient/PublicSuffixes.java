package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Under which names anybody can have a name of their own: {@code com}, {@code co.uk}, {@code
 * github.io}. A cookie for such a name would be everybody's.
 *
 * <p>The rules are a list that changes every week, kept by publicsuffix.org. It is not ours to copy
 * and would soon be old in a program, so the system's own is read where there is one. Where there
 * is none, {@link #builtIn()} knows the pattern of countries and the largest hosts.
 *
 * <p>A list is searched as a text: a run asks about a handful of names, and to take ten thousand
 * rules apart for them would cost more than the whole request.
 */
public final class PublicSuffixes {
  /** Where Debian, Fedora, Arch and others install the list. */
  static final List<Path> USUAL_PLACES =
      List.of(
          Path.of("/usr/share/publicsuffix/public_suffix_list.dat"),
          Path.of("/usr/share/publicsuffix/effective_tld_names.dat"),
          Path.of("/opt/homebrew/share/publicsuffix/public_suffix_list.dat"));

  /** The list has a third of a megabyte. */
  static final int MOST_BYTES = 4 << 20;

  private final String rules;

  private PublicSuffixes(String rules) {
    this.rules = "\n" + rules + "\n";
  }

  /** From a text in the list's own format: a rule a line, {@code *.} and {@code !} understood. */
  public static PublicSuffixes parse(String rules) {
    return new PublicSuffixes(rules);
  }

  public static PublicSuffixes read(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MOST_BYTES);
      return new PublicSuffixes(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  /** The system's list where there is one, else {@link #builtIn()}. */
  public static PublicSuffixes ofSystem() {
    for (Path file : USUAL_PLACES) {
      try {
        if (Files.isReadable(file)) return read(file);
      } catch (IOException _) {
        // another place may do, and what is built in always does
      }
    }
    return builtIn();
  }

  /** What this program knows by itself. */
  public static PublicSuffixes builtIn() {
    return new PublicSuffixes(CommonSuffixes.RULES);
  }

  /** Whether names directly below this one belong to different people. */
  public boolean isPublic(String name) {
    return labelsOfSuffix(labels(name)) == labels(name).length;
  }

  /** The name that somebody has registered: one label more than its public suffix. */
  public Optional<String> registrable(String name) {
    String[] labels = labels(name);
    int from = labels.length - labelsOfSuffix(labels) - 1;
    if (from < 0 || name.startsWith(".")) return Optional.empty();
    return Optional.of(String.join(".", List.of(labels).subList(from, labels.length)));
  }

  private static String[] labels(String name) {
    String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    return plain.toLowerCase(Locale.ROOT).split("\\.", -1);
  }

  /** The longest rule counts, an exception before all; without any it is the last label. */
  private int labelsOfSuffix(String[] labels) {
    for (int from = 0; from < labels.length; from++) {
      String tail = String.join(".", List.of(labels).subList(from, labels.length));
      int count = labels.length - from;
      if (has("!" + tail)) return count - 1;
      if (has(tail)) return count;
      int dot = tail.indexOf('.');
      if (dot > 0 && has("*" + tail.substring(dot))) return count;
    }
    return 1;
  }

  /** The list has names in their own script. */
  private boolean has(String rule) {
    if (hasLine(rule)) return true;
    return rule.contains("xn--") && hasLine(Idna.toUnicode(rule));
  }

  /** A rule ends at the first white space (the list's format, section "Format"). */
  private boolean hasLine(String rule) {
    String start = "\n" + rule;
    for (int at = rules.indexOf(start); at >= 0; at = rules.indexOf(start, at + 1)) {
      if (rules.charAt(at + start.length()) <= ' ') return true;
    }
    return false;
  }
}
