package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.util.Optional;

/**
 * A site that can be written to: by visitors' uploads, or in all of it. What only reads goes on to
 * the site itself; what would change something is asked first whether it comes from our own pages
 * ({@link SameOrigin}) or from one of the {@link Friends}, and then whether that is allowed there
 * ({@link Receiving}).
 */
final class WriteHandler implements InstantHandler {
  private final Handler site;
  private final Storage storage;
  private final Receiving receiving;
  private final Uploads uploads;
  private final Resumption resumption;
  private final Changes changes;
  private final FormAnswer forms;
  private final Friends friends;
  private final Allowed allowed;

  WriteHandler(Handler site, Storage storage, Friends friends) {
    this.friends = friends;
    this.site = site;
    this.storage = storage;
    this.allowed = new Allowed(storage);
    this.receiving = storage.receiving();
    this.uploads = new Uploads(storage);
    this.resumption = new Resumption(storage, uploads);
    this.changes = new Changes(storage);
    this.forms = new FormAnswer(storage, new FormUpload(storage, uploads), changes);
  }

  @Override
  public Answer answer(Request request) throws IOException {
    Optional<SitePath> path = Target.path(request.target());
    boolean changes = Receiving.Right.CHANGE.allows(request.method());
    if (path.isEmpty() && changes && !request.method().isSafe()) {
      return Verdict.of(403, "Nothing here can have such a name.").answer(request.fields());
    }
    if (path.isEmpty()) return whole(site.answer(request));
    return switch (request.method().name()) {
      case "PUT", "PATCH", "POST", "DELETE", "MKCOL", "MOVE" -> change(request, path.get());
      case "GET", "HEAD" -> read(request, path.get());
      default -> allowing(site.answer(request), allowed.at(path.get()));
    };
  }

  /**
   * What only reads goes on to the site as it is, unless it asks how much of an upload is there.
   */
  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    if (request.fields().has(Piece.LENGTH)) return Optional.empty();
    return InstantHandler.ask(site, request);
  }

  private Answer read(Request request, SitePath path) throws IOException {
    if (ChangePage.isAsked(request) && receiving.at(path) == Receiving.Right.CHANGE) {
      try (Resource now = storage.now(path)) {
        if (!(now instanceof Resource.Missing) && !path.isRoot()) {
          return ChangePage.of(request, path, now instanceof Resource.Folder);
        }
      }
    }
    return resumption.read(site, request, path);
  }

  /** OPTIONS of the server as a whole: all that can be done somewhere. */
  private Answer whole(Answer answer) {
    return allowing(answer, receiving.most().allow);
  }

  private static Answer allowing(Answer answer, String methods) {
    if (!answer.fields().has("Allow")) return answer;
    Fields fields = answer.fields().without("Allow").and("Allow", methods);
    return new Answer(answer.status(), fields, answer.content());
  }

  private Answer change(Request request, SitePath path) throws IOException {
    Receiving.Right right = receiving.at(path);
    if (!right.allows(request.method())) {
      return Verdict.of(405, "That cannot be done here.")
          .with("Allow", allowed.at(path))
          .answer(request.fields());
    }
    if (!SameOrigin.allows(request) && friends.of(request).isEmpty()) {
      return Verdict.of(403, "Another site has asked for this, and only pages of this one may.")
          .answer(request.fields());
    }
    return switch (request.method().name()) {
      case "POST" -> forms.answer(request, path, right);
      case "PUT" -> put(request, path).answer(request.fields());
      case "PATCH" ->
          resumption.take(request, path, Piece.ofPatch(request.fields())).answer(request.fields());
      case "DELETE" -> delete(request, path).answer(request.fields());
      case "MKCOL" -> makeFolder(request, path).answer(request.fields());
      default -> move(request, path).answer(request.fields());
    };
  }

  private Verdict put(Request request, SitePath path) throws IOException {
    Optional<Piece> piece = Piece.ofPut(request.fields());
    return piece.isPresent()
        ? resumption.take(request, path, piece.get())
        : uploads.put(request, path);
  }

  private Verdict delete(Request request, SitePath path) throws IOException {
    boolean all = request.fields().lists("Depth", "infinity");
    return changes.deletion().delete(request.fields(), path, all);
  }

  private Verdict makeFolder(Request request, SitePath path) throws IOException {
    // RFC 4918 §9.3: a body would say what to make, and we know only one thing.
    if (request.body().read() >= 0) return Verdict.of(415, "MKCOL has no body here.");
    return changes.makeFolder(path);
  }

  private Verdict move(Request request, SitePath path) throws IOException {
    Optional<SitePath> to = Destination.of(request);
    if (to.isEmpty()) return Verdict.of(400, "MOVE needs a Destination on this server.");
    if (receiving.at(to.get()) != Receiving.Right.CHANGE) {
      return Verdict.of(403, "Nothing can be moved there.");
    }
    // Unlike RFC 4918 §10.6 nothing is overwritten unless somebody says so.
    boolean replace = request.fields().lists("Overwrite", "T");
    return changes.move(request.fields(), path, to.get(), replace);
  }
}
