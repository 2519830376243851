package dev.tinwire.udppinger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which pages of this process only its start needed: parts of files that are mapped and were never
 * written to, above all Java's own code and the class cache. To forget them is to lose nothing, for
 * what is needed again is read from where it came from, mostly from the kernel's memory. Pure.
 *
 * <p>Only these are named, and each condition has its reason:
 *
 * <ul>
 *   <li>not writable now, and without a page of its own ({@code Anonymous: 0}). A page that was
 *       written once, and protected afterwards, is nowhere else: relocations are such (RELRO)
 *   <li>without lock ({@code VmFlags: lo}), which somebody had a reason for
 *   <li>files that stay mapped for as long as Java runs. Another's place might by now be taken by
 *       memory that is nowhere else
 * </ul>
 *
 * @see <a href="https://docs.kernel.org/filesystems/proc.html">proc(5), smaps</a>
 */
record SparePages(long address, long length) {
  /** The virtual machine, its classes, and the cache of classes that the launcher names. */
  private static final List<String> FOR_EVER =
      List.of("/libjvm.so", "/lib/modules", ".aot", ".jsa");

  /** All that {@code /proc/self/smaps} tells of. */
  static List<SparePages> among(List<String> smaps) {
    var spare = new ArrayList<SparePages>();
    Candidate candidate = Candidate.NONE;
    for (String line : smaps) {
      if (isHeading(line)) {
        candidate = Candidate.of(line);
      } else if (candidate.spare && line.startsWith("Anonymous:")) {
        if (!line.replace(" ", "").equals("Anonymous:0kB")) candidate = Candidate.NONE;
        else candidate = candidate.withoutOwnPages();
      } else if (candidate.clean && line.startsWith("VmFlags:")) {
        // The last line about a mapping.
        if (!(line + " ").contains(" lo ")) spare.add(candidate.pages);
        candidate = Candidate.NONE;
      }
    }
    return spare;
  }

  /**
   * {@code 7f00-7f10 r-xp 00000000 08:01 42 /path}: all other lines begin with a name, in capitals.
   * There are thousands of lines, and a compiler to think of: so little is done for each.
   */
  private static boolean isHeading(String line) {
    char first = line.isEmpty() ? 'A' : line.charAt(0);
    return first <= '9' || first >= 'a';
  }

  private record Candidate(SparePages pages, boolean spare, boolean clean) {
    static final Candidate NONE = new Candidate(new SparePages(0, 0), false, false);

    static Candidate of(String heading) {
      int slash = heading.indexOf(" /");
      if (slash < 0 || !staysFor(heading.substring(slash + 1))) return NONE;
      int dash = heading.indexOf('-');
      int rights = heading.indexOf(' ') + 1;
      if (dash < 0 || dash > rights || heading.startsWith("w", rights + 1)) return NONE;
      try {
        long from = Long.parseUnsignedLong(heading, 0, dash, 16);
        long to = Long.parseUnsignedLong(heading, dash + 1, rights - 1, 16);
        return new Candidate(new SparePages(from, to - from), true, false);
      } catch (NumberFormatException | IndexOutOfBoundsException _) {
        return NONE; // no kernel writes that
      }
    }

    /** A file that was replaced meanwhile is still there, for us: only its name is not. */
    private static boolean staysFor(String path) {
      String still = path.strip().replace(" (deleted)", "").toLowerCase(Locale.ROOT);
      return FOR_EVER.stream().anyMatch(still::endsWith);
    }

    Candidate withoutOwnPages() {
      return new Candidate(pages, true, true);
    }
  }
}
