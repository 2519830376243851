package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.util.List;
import java.util.Optional;

/**
 * Deletes a file, or a folder: an empty one, or with all in it if that is said in so many words. It
 * is gone at once, by losing its name; what was in it goes afterwards. Links are deleted, never
 * what they lead to.
 */
record Deletion(Storage storage) {
  /** Each is held open while the ones in it are emptied. */
  private static final int DEPTH = 256;

  /**
   * DELETE (RFC 9110 §9.3.5).
   *
   * @param all with all that is in it (RFC 4918 §9.6.1 does that always)
   */
  Verdict delete(Fields fields, SitePath path, boolean all) throws IOException {
    Optional<String> problem = UploadName.problem(path.names());
    if (problem.isPresent()) return Verdict.of(403, problem.get());
    try (Resource now = storage.now(path)) {
      if (now instanceof Resource.Missing) return Changes.missing();
      if (!Admission.conditionsHold(fields, now, storage.clock())) {
        return Verdict.of(412, "It is not as the request expects it to be. Nothing was deleted.");
      }
    }
    Optional<Spot> found = storage.spot(path);
    if (found.isEmpty()) return Changes.missing();
    try (Spot spot = found.get()) {
      String passing = storage.temporary();
      Verdict verdict = storage.change(() -> takeAway(spot, passing, all));
      if (verdict.status().isSuccessful() && spot.folder().look(passing).isPresent()) {
        remove(spot.folder(), passing);
      }
      return verdict;
    }
  }

  private static Verdict takeAway(Spot spot, String passing, boolean all) throws IOException {
    Optional<Boolean> folder = spot.isFolder();
    if (folder.isEmpty()) return Changes.missing();
    if (!folder.get()) {
      spot.folder().deleteFile(spot.name());
    } else if (all) {
      spot.folder().move(spot.name(), spot.folder(), passing);
    } else {
      try {
        spot.folder().deleteFolder(spot.name());
      } catch (DirectoryNotEmptyException _) {
        return Verdict.of(
            409, "The folder is not empty. With the field Depth: infinity all in it goes, too.");
      }
    }
    return Verdict.of(204, "It is deleted.");
  }

  /** All of it, whatever it is. */
  static void remove(HeldFolder in, String name) throws IOException {
    boolean folder = in.look(name).map(found -> found.isDirectory()).orElse(false);
    if (folder) empty(in, name, DEPTH);
    else in.deleteFile(name);
  }

  private static void empty(HeldFolder in, String name, int depth) throws IOException {
    if (depth == 0) throw new IOException("folders are too deep in each other to be deleted");
    try (HeldFolder folder = in.folder(name)) {
      List<String> names = folder.names();
      for (String each : names) {
        boolean inner = folder.look(each).map(found -> found.isDirectory()).orElse(false);
        if (inner) empty(folder, each, depth - 1);
        else folder.deleteFile(each);
      }
    }
    in.deleteFolder(name);
  }
}
