package dev.tinwire.httpclient;

/**
 * A word of a shell's line.
 *
 * @param text what it says, its quotes taken off
 * @param glob the same as a pattern, in which what was quoted means itself
 */
record ShellWord(String text, Glob glob) {
  static ShellWord of(String plain) {
    return new ShellWord(plain, new Glob(Glob.quoted(plain)));
  }
}
