package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a configuration file apart into sections; nothing in it is understood yet. Pure.
 *
 * <pre>
 * file    = *( section / entry / comment / empty )    ; one a line
 * section = "[" kind [ SP name ] "]"
 * entry   = key "=" value                             ; the value runs to the end of the line
 * comment = "#" and anything                          ; a line of its own: values may hold a "#"
 * </pre>
 */
final class ConfigText {
  private static final Pattern SECTION =
      Pattern.compile("\\[([a-z]+)(?: +([A-Za-z0-9._:-]{1,64}))?\\]");
  private static final Pattern ENTRY = Pattern.compile("([a-z][a-z-]*)\\s*=\\s*(.*)");

  private final List<ConfigFault> faults;
  private final List<ConfigSection> sections = new ArrayList<>();
  private final List<ConfigSection.Entry> entries = new ArrayList<>();
  private String kind = "";
  private String name = "";
  private int begun;

  private ConfigText(List<ConfigFault> faults) {
    this.faults = faults;
  }

  /** The sections; what does not follow the grammar is added to the faults and left out. */
  static List<ConfigSection> parse(String text, List<ConfigFault> faults) {
    var parser = new ConfigText(faults);
    int number = 0;
    for (String line : text.split("\r?\n", -1)) parser.line(line, ++number);
    parser.endSection();
    return parser.sections;
  }

  private void line(String line, int number) {
    String words = line.strip();
    int column = line.indexOf(words) + 1;
    if (words.isEmpty() || words.startsWith("#")) return;
    if (words.startsWith("[")) section(words, number, column);
    else entry(words, number, column);
  }

  private void section(String words, int number, int column) {
    endSection();
    Matcher match = SECTION.matcher(words);
    if (!match.matches()) {
      String advice = "write [sender NAME], [group NAME], [maintenance NAME] or [alerts]";
      faults.add(new ConfigFault(number, column, "this is no section; " + advice));
      kind = "?"; // its entries belong to nobody; one fault is enough
      return;
    }
    kind = match.group(1);
    name = match.group(2) == null ? "" : match.group(2);
    begun = number;
  }

  private void entry(String words, int number, int column) {
    Matcher match = ENTRY.matcher(words);
    if (!match.matches()) {
      String said = Visible.cut(words, 40);
      faults.add(new ConfigFault(number, column, "\"" + said + "\" is no \"key = value\""));
    } else if (kind.isEmpty()) {
      String problem = "stands above the first section; begin with one, such as [alerts]";
      faults.add(new ConfigFault(number, column, match.group(1) + " " + problem));
    } else {
      int at = column + match.start(2);
      entries.add(new ConfigSection.Entry(match.group(1), match.group(2), number, column, at));
    }
  }

  private void endSection() {
    if (!kind.isEmpty() && !kind.equals("?")) {
      sections.add(new ConfigSection(kind, name, begun, entries));
    }
    entries.clear();
  }
}
