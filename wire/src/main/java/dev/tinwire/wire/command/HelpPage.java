package dev.tinwire.wire.command;

import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page that {@code --help} shows. Pure: a command and a screen in, lines out. */
final class HelpPage {
  private static final int WIDEST = 100;
  private static final int MEANING_AT = 30;
  private static final String INDENT = "  ";

  private final Command command;
  private final Screen screen;
  private final List<String> lines = new ArrayList<>();

  HelpPage(Command command, Screen screen) {
    this.command = command;
    this.screen = screen;
  }

  List<String> lines() {
    if (lines.isEmpty()) write();
    return List.copyOf(lines);
  }

  private void write() {
    lines.add(screen.paint(Style.STRONG, command.call()) + " - " + command.summary());
    lines.add("");
    lines.add(screen.paint(Style.STRONG, "Usage:") + " " + usage());
    section("", command.arguments().stream().map(a -> new Entry(a.label(), a.help())).toList());
    command
        .groups()
        .forEach(g -> section(g.title(), g.options().stream().map(HelpPage::entry).toList()));
    examples();
    section("Exit status", statuses());
    section("Limits", command.limits());
  }

  private String usage() {
    return Stream.concat(
            Stream.of(command.call(), "[OPTION]..."),
            command.arguments().stream().map(Argument::synopsis))
        .collect(Collectors.joining(" "));
  }

  private static Entry entry(Option option) {
    // Long names stand under each other, also where there is no short one.
    String gap = option.term().startsWith("--") ? "    " : "";
    return new Entry(gap + option.term(), option.meaning());
  }

  private List<Entry> statuses() {
    // A command that says what 0 means says it all: its numbers are not those of the others.
    if (command.statuses().stream().anyMatch(entry -> entry.term().equals("0"))) {
      return command.statuses();
    }
    return Stream.concat(
            Stream.of(
                new Entry("0", "done"),
                new Entry("1", "the network or the other side said no"),
                new Entry("2", "wrong usage")),
            command.statuses().stream())
        .toList();
  }

  private void title(String title) {
    lines.add("");
    if (!title.isEmpty()) lines.add(screen.paint(Style.STRONG, title));
  }

  private void section(String title, List<Entry> entries) {
    if (entries.isEmpty()) return;
    title(title);
    for (var entry : entries) {
      var meaning = wrap(entry.meaning(), Math.min(WIDEST, screen.columns()) - MEANING_AT);
      String start = INDENT + entry.term();
      boolean beside = start.length() + INDENT.length() <= MEANING_AT;
      String painted = INDENT + screen.paint(Style.ACCENT, entry.term());
      if (!beside) lines.add(painted);
      for (int i = 0; i < meaning.size(); i++) {
        boolean first = i == 0 && beside;
        String left =
            first ? painted + " ".repeat(MEANING_AT - start.length()) : " ".repeat(MEANING_AT);
        lines.add(left + meaning.get(i));
      }
    }
  }

  private void examples() {
    if (command.examples().isEmpty()) return;
    title("Examples");
    for (var example : command.examples()) {
      lines.add(INDENT + screen.paint(Style.ACCENT, example.term()));
      lines.add(INDENT + INDENT + INDENT + example.meaning());
    }
  }

  /** Lines of whole words, none longer than the width unless a single word is. */
  static List<String> wrap(String text, int width) {
    var lines = new ArrayList<String>();
    var line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
