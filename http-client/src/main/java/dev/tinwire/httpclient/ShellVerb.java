package dev.tinwire.httpclient;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What can be said in a shell. */
enum ShellVerb {
  LS("ls", "[-l] [FOLDER or PATTERN]", "what is in a folder there", 0, 1, Names.REMOTE),
  CD(
      "cd",
      "[FOLDER]",
      "goes into a folder there; - goes back, nothing to where we began",
      0,
      1,
      Names.REMOTE),
  PWD("pwd", "", "says where we are there", 0, 0, Names.NONE),
  GET(
      "get",
      "[-c] [-f] NAME [LOCAL]",
      "fetches a file; -c goes on where an earlier try ended, -f replaces",
      1,
      2,
      Names.REMOTE),
  REGET("reget", "NAME [LOCAL]", "the same as get -c", 1, 2, Names.REMOTE),
  MGET(
      "mget",
      "[-c] [-f] PATTERN...",
      "fetches files, such as *.jpg",
      1,
      ShellVerb.ANY,
      Names.REMOTE),
  MIRROR("mirror", "FOLDER [LOCAL]", "fetches a folder with all that is in it", 1, 2, Names.REMOTE),
  CAT("cat", "NAME...", "shows files", 1, ShellVerb.ANY, Names.REMOTE),
  PUT(
      "put",
      "[-f] [-r] LOCAL [NAME]",
      "sends a file; -f replaces, -r sends a folder",
      1,
      2,
      Names.LOCAL),
  MPUT(
      "mput",
      "[-f] [-r] PATTERN...",
      "sends files; with -r folders, too",
      1,
      ShellVerb.ANY,
      Names.LOCAL),
  RM(
      "rm",
      "[-r] NAME...",
      "deletes there; takes patterns, with -r folders with all in them",
      1,
      ShellVerb.ANY,
      Names.REMOTE),
  MKDIR("mkdir", "NAME...", "makes folders there", 1, ShellVerb.ANY, Names.REMOTE),
  MV("mv", "[-f] NAME NEW", "renames there, or moves into the folder NEW/", 2, 2, Names.REMOTE),
  LLS("lls", "[-l] [FOLDER or PATTERN]", "what is in a folder here", 0, 1, Names.LOCAL),
  LCD(
      "lcd",
      "[FOLDER]",
      "goes into a folder here; - goes back, nothing goes home",
      0,
      1,
      Names.LOCAL),
  LPWD("lpwd", "", "says where we are here", 0, 0, Names.NONE),
  OPEN("open", "URL", "goes to another server", 1, 1, Names.NONE),
  SYSTEM("!", "COMMAND", "lets the system's shell run a command here", 1, 1, Names.NONE),
  HELP("help", "[VERB]", "shows this", 0, 1, Names.VERB),
  BYE("bye", "", "leaves; so do quit, exit and Ctrl-D", 0, 0, Names.NONE);

  /** What kind of names follow; for those who complete them. */
  enum Names {
    NONE,
    REMOTE,
    LOCAL,
    VERB
  }

  private static final int ANY = Integer.MAX_VALUE;

  /** Words from other shells of this kind. */
  private static final List<String> BYES = List.of("quit", "exit");

  final String word;
  final String synopsis;
  final String meaning;
  final int least;
  final int most;
  final Names names;

  ShellVerb(String word, String synopsis, String meaning, int least, int most, Names names) {
    this.word = word;
    this.synopsis = synopsis;
    this.meaning = meaning;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  boolean takes(ShellFlag flag) {
    return switch (flag) {
      case LONG -> this == LS || this == LLS;
      case CONTINUE -> this == GET || this == MGET;
      case FORCE -> this == GET || this == MGET || this == PUT || this == MPUT || this == MV;
      case RECURSIVE -> this == PUT || this == MPUT || this == RM;
    };
  }

  static Optional<ShellVerb> of(String word) {
    if (BYES.contains(word)) return Optional.of(BYE);
    if (word.equals("?")) return Optional.of(HELP);
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }

  static List<String> allWords() {
    return Arrays.stream(values()).map(verb -> verb.word).toList();
  }

  /** How it is written: {@code put [-f] LOCAL [NAME]}. */
  String usage() {
    return this == SYSTEM ? "!COMMAND" : (word + " " + synopsis).strip();
  }
}
