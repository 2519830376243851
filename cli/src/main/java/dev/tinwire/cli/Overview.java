package dev.tinwire.cli;

import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.command.Version;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.util.ArrayList;
import java.util.List;

/** The first screen: each tool with half a line and an example. Pure: tools in, lines out. */
final class Overview {
  private Overview() {}

  static List<String> of(List<Tool> tools, Screen screen) {
    var lines = new ArrayList<String>();
    lines.add(
        screen.paint(Style.STRONG, Version.line()) + "  network tools that show you the wire");
    lines.add("");
    int names = widest(tools.stream().map(Tool::name).toList());
    int summaries = widest(tools.stream().map(Tool::summary).toList());
    for (Tool tool : tools) {
      lines.add(
          "  "
              + screen.paint(Style.ACCENT, tool.name())
              + fill(tool.name(), names)
              + tool.summary()
              + fill(tool.summary(), summaries)
              + screen.paint(Style.DIM, tool.example()));
    }
    lines.add("");
    lines.add("Planned, and not built yet: share, chat.");
    lines.add("Options of one tool: tinwire help TOOL");
    return lines;
  }

  private static int widest(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String fill(String text, int width) {
    return " ".repeat(width - text.length() + 3);
  }
}
