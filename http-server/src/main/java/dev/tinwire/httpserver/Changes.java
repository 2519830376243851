package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.util.List;
import java.util.Optional;

/** Makes folders, gives things other names and places, and deletes them (RFC 4918 §9). */
record Changes(Storage storage, Deletion deletion) {
  Changes(Storage storage) {
    this(storage, new Deletion(storage));
  }

  /** MKCOL: a folder where there is nothing (§9.3). */
  Verdict makeFolder(SitePath path) throws IOException {
    Optional<String> problem = UploadName.problem(path.names());
    if (problem.isPresent()) return Verdict.of(403, problem.get());
    try (Resource now = storage.now(path.withSlash())) {
      if (now instanceof Resource.Folder) return exists(path);
    }
    Optional<Spot> found = storage.spot(path);
    if (found.isEmpty() || !found.get().complete()) {
      close(found);
      return Verdict.of(409, "The folder that it is to be made in is not there.");
    }
    try (Spot spot = found.get()) {
      return storage.change(() -> {
        if (spot.folder().look(spot.name()).isPresent()) return exists(path);
        NewFolder.make(spot.folder(), spot.name(), storage.random());
        return Verdict.of(201, "The folder is made.").with("Location", path.withSlash().toString());
      });
    }
  }

  private Verdict exists(SitePath path) throws IOException {
    return Verdict.of(405, "There is something of that name already. Nothing was changed.")
        .with("Allow", new Allowed(storage).at(path));
  }

  /**
   * MOVE: another name or another place (§9.9).
   *
   * @param replace whether a file that is there goes; a folder never does
   */
  Verdict move(Fields fields, SitePath from, SitePath to, boolean replace) throws IOException {
    Optional<Verdict> no = refusal(fields, from, to);
    if (no.isPresent()) return no.get();
    Optional<Spot> source = storage.spot(from);
    Optional<Spot> target = storage.spot(to);
    if (source.isEmpty() || target.isEmpty() || !target.get().complete()) {
      close(source);
      close(target);
      return Verdict.of(409, "The folder that it is to go to is not there.");
    }
    try (Spot here = source.get();
        Spot there = target.get()) {
      return storage.change(() -> move(here, there, replace, to));
    } catch (AtomicMoveNotSupportedException _) {
      return Verdict.of(409, "That is on another disk, where it cannot just be moved to.");
    }
  }

  private Optional<Verdict> refusal(Fields fields, SitePath from, SitePath to) throws IOException {
    Optional<String> problem =
        UploadName.problem(from.names()).or(() -> UploadName.problem(to.names()));
    if (problem.isPresent()) return Optional.of(Verdict.of(403, problem.get()));
    if (within(from.names(), to.names())) {
      return Optional.of(Verdict.of(403, "Nothing can be moved to itself or into itself."));
    }
    try (Resource now = storage.now(from)) {
      if (now instanceof Resource.Missing) return Optional.of(missing());
      if (Admission.conditionsHold(fields, now, storage.clock())) return Optional.empty();
      return Optional.of(
          Verdict.of(412, "It is not as the request expects it to be. Nothing was changed."));
    }
  }

  private static boolean within(List<String> outer, List<String> inner) {
    return inner.size() >= outer.size() && inner.subList(0, outer.size()).equals(outer);
  }

  static Verdict missing() {
    return Verdict.of(404, "There is nothing of that name.");
  }

  /** Under the lock. */
  private Verdict move(Spot from, Spot to, boolean replace, SitePath path) throws IOException {
    Optional<Boolean> moved = from.complete() ? from.isFolder() : Optional.empty();
    if (moved.isEmpty()) return missing();
    Optional<Boolean> taken = to.isFolder();
    if (taken.isPresent() && !(replace && visibleFile(path) && !moved.get())) {
      return Verdict.of(412, "There is something of that name already. Nothing was changed.");
    }
    if (moved.get() || taken.isPresent()) {
      from.folder().move(from.name(), to.folder(), to.name());
    } else if (!from.folder().moveIfFree(from.name(), to.folder(), to.name())) {
      return Verdict.of(412, "There is something of that name already. Nothing was changed.");
    }
    return taken.isPresent()
        ? Verdict.of(204, "It has taken the place of the former one.")
        : Verdict.of(201, "It has moved.").with("Location", path.toString());
  }

  private boolean visibleFile(SitePath path) throws IOException {
    try (Resource now = storage.now(path)) {
      return now instanceof Resource.File;
    }
  }

  private static void close(Optional<Spot> spot) throws IOException {
    if (spot.isPresent()) spot.get().close();
  }
}
