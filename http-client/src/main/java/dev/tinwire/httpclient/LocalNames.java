package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** Names of files here, for a shell. */
final class LocalNames {
  private LocalNames() {}

  /** What is in a folder, in the order of the names; hidden ones left out, as ls does. */
  static List<Path> in(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> !name(file).startsWith("."))
          .sorted(Comparator.comparing(LocalNames::name))
          .toList();
    }
  }

  /** The files whose names a pattern matches; at least one. */
  static List<Path> matches(ShellPlace place, ShellWord word) throws IOException {
    Path folder = place.local(ShellSite.folderOf(word));
    var names = new Glob(RemoteName.last(word.glob().pattern()));
    try (var files = Files.list(folder)) {
      var found =
          files
              .filter(file -> names.matches(name(file)))
              .sorted(Comparator.comparing(LocalNames::name))
              .toList();
      if (!found.isEmpty()) return found;
    }
    throw new WireException("nothing here is called " + Visible.of(word.text()));
  }

  /** Its name, also where it is written {@code .} or {@code ..}. */
  static String own(Path file) throws IOException {
    String name = name(file);
    return name.equals(".") || name.equals("..") ? name(file.toRealPath()) : name;
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
