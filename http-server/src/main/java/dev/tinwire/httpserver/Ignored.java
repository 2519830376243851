package dev.tinwire.httpserver;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names that change without any page being another: what is never served, and what programs write
 * on the way to the file that is meant. Pure.
 */
final class Ignored {
  /** Backups and autosaves, half a file of an editor, half a download. */
  private static final Pattern PASSING =
      Pattern.compile(
          "(?i).*~|#.*#|.*\\.(swp|swo|swx|tmp|temp|part|partial|crdownload|lock)"
              + "|.*___jb_(tmp|old)___");

  /** What vim makes to see whether it may write; what desktops leave behind. */
  private static final Set<String> EXACTLY = Set.of("4913", "Thumbs.db", "desktop.ini");

  private Ignored() {}

  /** Whether a change there counts for nothing; names from the root of the site down. */
  static boolean is(List<String> names) {
    return SitePath.hidden(names) || names.stream().anyMatch(Ignored::passing);
  }

  private static boolean passing(String name) {
    return EXACTLY.contains(name) || PASSING.matcher(name).matches();
  }
}
