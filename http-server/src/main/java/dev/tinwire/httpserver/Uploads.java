package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Receives whole files: by PUT (RFC 9110 §9.3.4), and one by one out of a form. A file has its name
 * when the last byte of it has come, and not before.
 */
final class Uploads {
  private final Storage storage;
  private final Admission admission;
  private final Intake intake;

  Uploads(Storage storage) {
    this.storage = storage;
    this.admission = new Admission(storage);
    this.intake = new Intake(storage.room());
  }

  Verdict put(Request request, SitePath path) throws IOException {
    Optional<Verdict> no = admission.refusal(request.fields(), path);
    if (no.isPresent()) return no.get();
    InputStream body = LimitedBody.of(request, storage.receiving().limits().most());
    storage.room().require(length(request).orElse(0));
    return receive(
        path,
        body,
        (draft, spot) -> {
          Optional<Verdict> still = admission.refusal(request.fields(), path);
          return still.isPresent() ? still.get() : name(draft, spot, path);
        });
  }

  static OptionalLong length(Request request) throws BadMessage {
    return Piece.number(request.fields(), "Content-Length");
  }

  /** Gives what has come its name. */
  @FunctionalInterface
  interface Naming {
    Verdict name(Draft draft, Spot spot) throws IOException;
  }

  Verdict receive(SitePath path, InputStream body, Naming naming) throws IOException {
    Optional<Spot> found = storage.spot(path);
    if (found.isEmpty()) return Verdict.of(409, "There is no folder for it.");
    String name = storage.temporary();
    try (Spot spot = found.get();
        var _ = storage.drafts().of(spot.base().real().resolve(name));
        Draft draft = Draft.create(spot.base(), name)) {
      intake.take(body, draft.channel(), 0);
      return storage.change(() -> naming.name(draft, spot));
    }
  }

  /** Under the lock: in the place of a file that may be replaced, or where there is nothing. */
  Verdict name(Draft draft, Spot spot, SitePath path) throws IOException {
    if (!spot.make(storage.random())) return blocked();
    boolean there = spot.folder().look(spot.name()).isPresent();
    if (there && replaceable(path)) {
      draft.replace(spot.folder(), spot.name());
      return Verdict.of(204, "It has taken the place of the former one.");
    }
    if (there || !draft.publish(spot.folder(), spot.name())) return Admission.taken().orElseThrow();
    return Verdict.of(201, "It has arrived.").with("Location", path.toString());
  }

  static Verdict blocked() {
    return Verdict.of(409, "Something that is no folder is in the way.");
  }

  /** Not what nobody can see, such as a link that leads out of the site. */
  private boolean replaceable(SitePath path) throws IOException {
    try (Resource now = storage.now(path)) {
      return storage.receiving().changing() && now instanceof Resource.File;
    }
  }
}
