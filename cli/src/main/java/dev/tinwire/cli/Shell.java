package dev.tinwire.cli;

import dev.tinwire.wire.Malformed;
import java.util.Locale;

/** The shells that can be told our words, each in its own language. */
enum Shell {
  BASH,
  ZSH,
  FISH;

  String script(Vocabulary vocabulary) {
    return switch (this) {
      case BASH -> BashCompletion.of(vocabulary);
      case ZSH -> ZshCompletion.of(vocabulary);
      case FISH -> FishCompletion.of(vocabulary);
    };
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Shell parse(String text) throws Malformed {
    for (Shell shell : values()) if (shell.word().equals(text)) return shell;
    throw new Malformed("shell", text, 0, "write bash, zsh or fish");
  }

  /** In single quotes, between which none of the three expands anything. */
  static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
