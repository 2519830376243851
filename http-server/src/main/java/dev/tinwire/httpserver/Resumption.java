package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Receives files in several {@link Piece}s. What has come stays when a connection is cut, also over
 * a restart; how much that is, a HEAD tells that says how long it all is:
 *
 * <pre>
 * HEAD /name                        404 Not Found
 * Upload-Length: 5000               Upload-Offset: 2000
 *
 * PUT /name                         201 Created      (202 Accepted while something is missing,
 * Content-Range: bytes 2000-4999/5000                 409 with Upload-Offset if it does not fit)
 * </pre>
 *
 * With all of them may come an {@code Upload-Id} of the sender's choice: then it goes on with its
 * own beginning and nobody else's, whatever that is called.
 */
final class Resumption {
  private final Storage storage;
  private final Admission admission;
  private final Uploads uploads;
  private final Intake intake;
  private final Set<Path> busy = ConcurrentHashMap.newKeySet();

  Resumption(Storage storage, Uploads uploads) {
    this.storage = storage;
    this.admission = new Admission(storage);
    this.uploads = uploads;
    this.intake = new Intake(storage.room());
  }

  Verdict take(Request request, SitePath path, Piece piece) throws IOException {
    Optional<Verdict> no = admission.refusal(request.fields(), path);
    if (no.isPresent()) return no.get();
    OptionalLong length = Uploads.length(request);
    if (length.isPresent() && !length.equals(piece.length()) && piece.length().isPresent()) {
      return Verdict.of(400, "Content-Length and Content-Range do not agree.");
    }
    long most = storage.receiving().limits().most();
    if (piece.total() > most) throw LimitedBody.tooLarge(most);
    Optional<Spot> found = storage.spot(path);
    if (found.isEmpty()) return Verdict.of(409, "There is no folder for it.");
    try (Spot spot = found.get()) {
      // They are made at once: what is kept has to be found again.
      if (!storage.makeFolders(spot)) return Uploads.blocked();
      String name = Passing.partial(spot.name(), piece.total(), Piece.id(request.fields()));
      Path key = spot.folder().real().resolve(name);
      if (!busy.add(key)) {
        return Verdict.of(409, "Another connection is sending this just now.")
            .with("Retry-After", "2");
      }
      try {
        return take(request, path, piece, spot, name);
      } finally {
        busy.remove(key);
      }
    }
  }

  private Verdict take(Request request, SitePath path, Piece piece, Spot spot, String name)
      throws IOException {
    long there = there(spot, name);
    Piece.Fit fit = piece.fit(there);
    if (fit == Piece.Fit.EXCEEDS) {
      return Verdict.of(400, "The piece goes beyond the length of it all.");
    }
    if (fit == Piece.Fit.MISSES) return partly(409, there);
    long start = fit == Piece.Fit.STARTS ? 0 : there;
    storage.room().require(piece.total() - there);
    long welcome = piece.length().orElse(piece.total() - start);
    InputStream body = LimitedBody.of(request, welcome);
    try (Draft draft = Draft.resume(spot.folder(), name)) {
      draft.channel().truncate(start);
      long end = intake.take(body, draft.channel(), start);
      if (end < piece.total()) return partly(202, end);
      return storage.change(() -> {
        Optional<Verdict> still = admission.refusal(request.fields(), path);
        draft.drop(); // named or refused: there is nothing to go on with
        return still.isPresent() ? still.get() : uploads.name(draft, spot, path);
      });
    }
  }

  private static Verdict partly(int status, long there) {
    return Verdict.of(status, there + " bytes of it are here. It goes on from there.")
        .with(Piece.OFFSET, Long.toString(there));
  }

  /** How much of an upload of that length is here; 0 of one that nobody has begun. */
  private long there(SitePath path, long total, String id) throws IOException {
    Optional<Spot> found = storage.spot(path);
    if (found.isEmpty()) return 0;
    try (Spot spot = found.get()) {
      return spot.complete() ? there(spot, Passing.partial(spot.name(), total, id)) : 0;
    }
  }

  private static long there(Spot spot, String name) throws IOException {
    return spot.folder()
        .look(name)
        .filter(found -> found.isRegularFile())
        .map(found -> found.size())
        .orElse(0L);
  }

  /** Answers who reads; where there is nothing yet, with how much of it has come so far. */
  Answer read(Handler site, Request request, SitePath path) throws IOException {
    OptionalLong total = Piece.number(request.fields(), Piece.LENGTH);
    if (total.isEmpty() || path.isRoot()) return site.answer(request);
    long there = there(path, total.getAsLong(), Piece.id(request.fields()));
    Answer answer = site.answer(request);
    if (answer.status().code() != 404) return answer;
    return answer.with(Piece.OFFSET, Long.toString(there));
  }
}
