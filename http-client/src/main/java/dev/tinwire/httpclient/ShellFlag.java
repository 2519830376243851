package dev.tinwire.httpclient;

import java.util.Arrays;
import java.util.Optional;

/** The options of a shell's verbs; the long names are those of the commands. */
enum ShellFlag {
  LONG("-l", "--long"),
  CONTINUE("-c", "--continue"),
  FORCE("-f", "--force"),
  RECURSIVE("-r", "--recursive");

  private final String brief;
  private final String whole;

  ShellFlag(String brief, String whole) {
    this.brief = brief;
    this.whole = whole;
  }

  static Optional<ShellFlag> of(String word) {
    return Arrays.stream(values())
        .filter(flag -> word.equals(flag.brief) || word.equals(flag.whole))
        .findFirst();
  }
}
