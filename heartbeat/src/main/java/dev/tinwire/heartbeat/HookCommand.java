package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * A program to start, and its words. No shell takes the line apart, so nothing that a sender says
 * can become a command; blanks separate words, quotes of either kind hold them together.
 */
record HookCommand(List<String> words) {
  HookCommand {
    words = List.copyOf(words);
  }

  static HookCommand parse(String line) throws Malformed {
    var words = new ArrayList<String>();
    int at = 0;
    while (at < line.length()) {
      if (Character.isWhitespace(line.charAt(at))) at++;
      else at = word(line, at, words);
    }
    if (words.isEmpty()) throw new Malformed("command", line, 0, "name a program");
    return new HookCommand(words);
  }

  private static int word(String line, int from, List<String> words) throws Malformed {
    var word = new StringBuilder();
    int at = from;
    while (at < line.length() && !Character.isWhitespace(line.charAt(at))) {
      char c = line.charAt(at);
      if (c != '"' && c != '\'') {
        word.append(c);
        at++;
        continue;
      }
      int end = line.indexOf(c, at + 1);
      if (end < 0) throw new Malformed("command", line, at, "this quote is never closed");
      word.append(line, at + 1, end);
      at = end + 1;
    }
    words.add(word.toString());
    return at;
  }

  String program() {
    return words.getFirst();
  }
}
