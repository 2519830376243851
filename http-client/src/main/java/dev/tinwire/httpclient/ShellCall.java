package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Nearest;
import dev.tinwire.wire.command.UsageError;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A command that can be carried out: a verb we know with as many words as it takes. Pure. */
record ShellCall(ShellVerb verb, Set<ShellFlag> flags, List<ShellWord> words) {
  ShellCall {
    flags = Set.copyOf(flags);
    words = List.copyOf(words);
  }

  static ShellCall of(ShellLine line) throws UsageError {
    ShellVerb verb = ShellVerb.of(line.verb()).orElseThrow(() -> unknown(line.verb()));
    Set<ShellFlag> flags = EnumSet.noneOf(ShellFlag.class);
    var words = new ArrayList<ShellWord>();
    boolean options = verb != ShellVerb.SYSTEM;
    for (ShellWord word : line.words()) {
      if (options && word.text().equals("--")) {
        options = false;
      } else if (options && word.text().length() > 1 && word.text().startsWith("-")) {
        flags.add(flag(verb, word.text()));
      } else {
        words.add(word);
      }
    }
    if (words.size() < verb.least) throw usage(verb, "something is missing");
    if (words.size() > verb.most) {
      throw usage(verb, "one word too many: " + Visible.of(words.get(verb.most).text()));
    }
    return new ShellCall(verb, flags, words);
  }

  boolean has(ShellFlag flag) {
    return flags.contains(flag);
  }

  Optional<ShellWord> word(int index) {
    return index < words.size() ? Optional.of(words.get(index)) : Optional.empty();
  }

  /** What it says there, empty if it says nothing. */
  String text(int index) {
    return word(index).map(ShellWord::text).orElse("");
  }

  private static ShellFlag flag(ShellVerb verb, String word) throws UsageError {
    return ShellFlag.of(word)
        .filter(verb::takes)
        .orElseThrow(() ->
            usage(verb, "no option here: " + Visible.of(word) + "; a name needs -- before it"));
  }

  private static UsageError usage(ShellVerb verb, String what) {
    return new UsageError(what + " (" + verb.usage() + ")");
  }

  private static UsageError unknown(String word) {
    Optional<String> here = ShellOtherNames.of(word);
    String advice =
        here.isPresent()
            ? "; here: " + here.get()
            : Nearest.to(word, ShellVerb.allWords())
                .map(v -> "; did you mean " + v + "?")
                .orElse("");
    return new UsageError("no such command" + advice + " (help lists them)");
  }
}
