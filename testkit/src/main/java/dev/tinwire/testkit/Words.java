package dev.tinwire.testkit;

import java.util.ArrayList;
import java.util.List;

/** A command line as words and back, by the quoting of the shell: '…', "…" and backslash. */
final class Words {
  private Words() {}

  static List<String> split(String line) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    boolean inside = false; // of a word, which may be empty: ''
    char quote = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && quote != '\'' && i + 1 < line.length()) {
        word.append(line.charAt(++i));
        inside = true;
      } else if (quote != 0 || (c != ' ' && c != '\'' && c != '"')) {
        word.append(c);
        inside = true;
      } else if (c != ' ') {
        quote = c;
        inside = true;
      } else if (inside) {
        words.add(word.toString());
        word.setLength(0);
        inside = false;
      }
    }
    if (quote != 0) throw new IllegalArgumentException("unclosed " + quote + " in: " + line);
    if (inside) words.add(word.toString());
    return List.copyOf(words);
  }

  static String quote(String word) {
    boolean plain =
        !word.isEmpty() && word.chars().noneMatch(c -> c <= ' ' || "'\"\\".indexOf(c) >= 0);
    return plain ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
