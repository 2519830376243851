package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a word of a line that is being typed may become. */
final class ShellNames {
  /**
   * One continuation.
   *
   * @param word the whole word
   * @param shown its last part
   * @param whole whether the word ends with it; a folder may go on
   */
  record Name(String word, String shown, boolean whole) {}

  private final ShellSite site;

  ShellNames(ShellSite site) {
    this.site = site;
  }

  /**
   * All that fit.
   *
   * @param before the words before it on the line
   * @param word what of it is typed
   */
  List<Name> of(List<String> before, String word) throws InterruptedException {
    if (before.isEmpty()) return verbs(word);
    Optional<ShellVerb> verb = ShellVerb.of(before.getFirst());
    if (verb.isEmpty()) return List.of();
    try {
      return switch (verb.get().names) {
        case NONE -> List.of();
        case VERB -> verbs(word);
        case LOCAL -> local(word);
        case REMOTE -> before.size() > 1 && isLocalThen(verb.get()) ? local(word) : remote(word);
      };
    } catch (IOException _) {
      return List.of(); // a key that does nothing says enough
    }
  }

  /** {@code get NAME LOCAL} */
  private static boolean isLocalThen(ShellVerb verb) {
    return verb == ShellVerb.GET || verb == ShellVerb.REGET || verb == ShellVerb.MIRROR;
  }

  private static List<Name> verbs(String word) {
    return Arrays.stream(ShellVerb.values())
        .map(verb -> verb.word)
        .filter(verb -> verb.startsWith(word))
        .map(verb -> new Name(verb, verb, true))
        .toList();
  }

  private List<Name> remote(String word) throws IOException, InterruptedException {
    String folder = word.substring(0, word.lastIndexOf('/') + 1);
    Url url = RemoteName.resolve(site.place().remote(), folder);
    return fitting(
        folder, word, site.listing(url).entries().stream().map(RemoteListing.Entry::shown));
  }

  private List<Name> local(String word) throws IOException {
    String folder = word.substring(0, word.lastIndexOf('/') + 1);
    List<Path> files = LocalNames.in(site.place().local(folder));
    return fitting(
        folder, word, files.stream().map(f -> f.getFileName() + (Files.isDirectory(f) ? "/" : "")));
  }

  /** Names with something in them that is not to reach a terminal are left out. */
  private static List<Name> fitting(String folder, String word, Stream<String> names) {
    return names
        .filter(name -> (folder + name).startsWith(word) && Visible.of(name).equals(name))
        .map(name -> new Name(folder + name, name, !name.endsWith("/")))
        .toList();
  }
}
