package dev.tinwire.httpclient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of a shell's verbs; the long names are those of the commands. */
enum ShellFlag {
  LONG("-l", "--long"),
  CONTINUE("-c", "--continue"),
  FORCE("-f", "--force");

  final List<String> words;

  ShellFlag(String... words) {
    this.words = List.of(words);
  }

  static Optional<ShellFlag> of(String word) {
    return Arrays.stream(values()).filter(flag -> flag.words.contains(word)).findFirst();
  }
}
