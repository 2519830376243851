package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Finds where in a folder something is to be written. Links may lead from one place to another as
 * they do for reading, but never out of what may be written in.
 */
record WriteRoot(SiteRoot root, SitePath allowed) {
  /**
   * The place of a path; empty where nothing may be written. That nobody can ask for.
   *
   * @param path of something that has a name
   */
  Optional<Spot> spot(SitePath path) throws IOException {
    List<String> names = path.names();
    List<String> folders = names.subList(0, names.size() - 1);
    Optional<Path> limit = folder(allowed.names());
    if (limit.isEmpty()) return Optional.empty();
    for (int depth = folders.size(); depth >= allowed.names().size(); depth--) {
      Optional<Path> real = folder(folders.subList(0, depth));
      if (real.isEmpty()) continue;
      if (!real.get().startsWith(limit.get())) return Optional.empty();
      var base = HeldFolder.open(root.folder().toRealPath(), real.get());
      var missing = folders.subList(depth, folders.size());
      return Optional.of(new Spot(base, missing, names.getLast()));
    }
    return Optional.empty();
  }

  private Optional<Path> folder(List<String> names) throws IOException {
    try (Resource found = root.find(new SitePath(names, true))) {
      return found instanceof Resource.Folder(Path real) ? Optional.of(real) : Optional.empty();
    }
  }
}
