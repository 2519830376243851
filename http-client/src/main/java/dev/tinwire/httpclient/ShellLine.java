package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * One command of a shell: a verb and what follows it. A line may hold several.
 *
 * <pre>
 * line    = command *( ";" command ) [ "#" comment ]   |   "!" what the system's shell is to do
 * command = verb *( blank word )
 * word    = one or more of: plain characters, 'as it is', "with \" and \\", \c for a character c
 * </pre>
 */
record ShellLine(String verb, List<ShellWord> words) {
  /** What a line with a mark in front is handed over to. */
  static final String SYSTEM = "!";

  ShellLine {
    words = List.copyOf(words);
  }

  /** The commands of a line; none where nothing is to be done. */
  static List<ShellLine> parse(String line) throws Malformed {
    String stripped = line.strip();
    if (stripped.startsWith(SYSTEM)) {
      String command = stripped.substring(1).strip();
      if (command.isEmpty()) throw new Malformed("line", line, line.length(), "say what to run");
      return List.of(new ShellLine(SYSTEM, List.of(ShellWord.of(command))));
    }
    var lines = new ArrayList<ShellLine>();
    var words = new ArrayList<ShellWord>();
    var lexer = new ShellLexer(line);
    while (true) {
      ShellLexer.Token token = lexer.next();
      if (token instanceof ShellLexer.Token.Word(ShellWord word)) {
        words.add(word);
        continue;
      }
      if (!words.isEmpty()) {
        lines.add(new ShellLine(words.getFirst().text(), words.subList(1, words.size())));
      }
      words.clear();
      if (token instanceof ShellLexer.Token.End) return lines;
    }
  }
}
