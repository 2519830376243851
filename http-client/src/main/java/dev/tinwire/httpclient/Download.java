package dev.tinwire.httpclient;

import dev.tinwire.http.HttpDate;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Complaint;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings a body into a file: under another name until all of it is here, going on where an earlier
 * try ended if the server still has the same version.
 */
final class Download {
  /** Read at once: smaller is slower, larger no faster (measured). */
  static final int PIECE = 256 * 1024;

  private final Sender sender;
  private final Output output;
  private final boolean resume;
  private final Optional<String> wanted;
  private final int segments;

  /**
   * A way to download.
   *
   * @param resume {@code --continue}
   * @param wanted the SHA-256 it must have
   * @param segments over so many connections at once, where the server gives parts
   */
  Download(Sender sender, Output output, boolean resume, Optional<String> wanted, int segments) {
    this.sender = sender;
    this.output = output;
    this.resume = resume;
    this.wanted = wanted;
    this.segments = segments;
  }

  Fetched run(Request plain, Destination destination) throws IOException, InterruptedException {
    // What is kept is kept as it is; and a part of something compressed could not be gone on with.
    Request request =
        plain.fields().has("Accept-Encoding") ? plain : plain.with("Accept-Encoding", "identity");
    Optional<Resumption> resumption =
        resume ? Placing.resumption(request, destination) : Optional.empty();
    if (resumption.isPresent() && !resumption.get().note().gaps().isEmpty()) {
      return fillGaps(request, resumption.get(), destination);
    }
    Request asked = resumption.map(r -> r.ask(request)).orElseGet(() -> first(request));
    Response response = sender.send(asked);
    try (response) {
      if (resumption.isPresent()) {
        var decided = resumption.get().judge(response.head());
        switch (decided) {
          case Resumption.GoOn() -> {
            return save(
                request,
                response,
                resumption.get().target(),
                Placing.replaces(destination),
                resumption.get().have());
          }
          case Resumption.Complete() -> {
            return complete(response, resumption.get(), Placing.replaces(destination));
          }
          case Resumption.Anew(String why) -> output.note(why);
          case Resumption.AskAnew(String why) -> {
            return anew(why, response, request, destination);
          }
        }
      }
      if (response.status().isClientError() || response.status().isServerError()) {
        return Fetched.of(response, 0);
      }
      if (response.status().code() == 206 && !asked.fields().has("Range")) {
        throw new WireException(response.url() + " sent a part (206) that nobody asked for");
      }
      if (resume) {
        Optional<Fetched> here = AlreadyHere.of(response, destination, wanted);
        if (here.isPresent()) return told(here.get());
      }
      Path target = Placing.target(destination, response);
      return save(request, response, target, Placing.replaces(destination), 0);
    }
  }

  private Fetched anew(String why, Response response, Request request, Destination destination)
      throws IOException, InterruptedException {
    output.note(why);
    response.close();
    return new Download(sender, output, false, wanted, segments).run(request, destination);
  }

  /** Goes on with what came over several connections. */
  private Fetched fillGaps(Request request, Resumption resumption, Destination destination)
      throws IOException, InterruptedException {
    PartNote note = resumption.note();
    Path target = resumption.target();
    Response response = sender.send(pieces().ask(request, note));
    try (response) {
      if (!Segments.fits(response, note, note.gaps().getFirst())) {
        boolean error = response.status().isClientError() || response.status().isServerError();
        if (error && response.status().code() != 416) return Fetched.of(response, 0);
        String why = target + " changed on the server: from the start";
        return anew(why, response, request, destination);
      }
      try (var part = PartFile.open(target, note.length().orElseThrow())) {
        try {
          pieces().goOn(request, response, note, part, String.valueOf(target.getFileName()));
        } catch (IOException e) {
          throw cutShort(e, part);
        }
        return segmented(response, target, Placing.replaces(destination), part);
      }
    }
  }

  private Request first(Request request) {
    return segments > 1 ? pieces().ask(request) : request;
  }

  private Segments pieces() {
    return new Segments(sender, output, segments);
  }

  private Fetched complete(Response response, Resumption resumption, boolean replace)
      throws IOException {
    try (var part = PartFile.open(resumption.target(), resumption.have())) {
      Optional<String> sha256 = verified(resumption.target(), part, resumption.have());
      part.finish(Optional.empty(), replace);
      return told(
          new Fetched(
              response,
              resumption.have(),
              Optional.of(resumption.target()),
              Optional.empty(),
              sha256,
              ExitStatus.DONE));
    }
  }

  private Fetched told(Fetched here) {
    output.note(here.file().orElseThrow() + " was all here already");
    return here;
  }

  private Fetched save(Request request, Response response, Path target, boolean replace, long have)
      throws IOException, InterruptedException {
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      return Fetched.of(response, Pieces.pour(response, target)).inFile(target, Optional.empty());
    }
    long more = response.contentLength().orElse(-1);
    var total = more < 0 ? OptionalLong.empty() : OptionalLong.of(have + more);
    try (var part = PartFile.open(target, have)) {
      if (have == 0 && segments > 1 && inPieces(request, response, target, part)) {
        return segmented(response, target, replace, part);
      }
      Optional<PartNote> note = PartNote.of(request.url(), response.fields(), total);
      boolean plain = !response.fields().has("Content-Encoding");
      if (plain && note.isPresent()) part.note(note.get());
      else part.worthless();
      Optional<String> sha256 = copy(response, target, part, have, total);
      long length = part.length();
      if (plain && !Segments.endsAt(response, length)) {
        part.worthless();
        throw new WireException(response.url() + " sent another part than it said; not kept");
      }
      part.finish(modified(response), replace);
      return Fetched.of(response, length).inFile(target, sha256);
    }
  }

  private boolean inPieces(Request request, Response response, Path target, PartFile part)
      throws IOException, InterruptedException {
    if (response.status().code() == 206) Segments.requireWhole(response);
    try {
      return pieces().bring(request, response, part, String.valueOf(target.getFileName()));
    } catch (IOException e) {
      throw cutShort(e, part);
    }
  }

  private Fetched segmented(Response response, Path target, boolean replace, PartFile part)
      throws IOException {
    long length = Files.size(PartFile.partOf(target));
    Optional<String> sha256 = verified(target, part, length);
    part.finish(modified(response), replace);
    return Fetched.of(response, length).inFile(target, sha256);
  }

  static Optional<Instant> modified(Response response) {
    return response
        .fields()
        .first("Last-Modified")
        .flatMap(text -> HttpDate.parse(text, InstantSource.system()));
  }

  private Optional<String> copy(
      Response response, Path target, PartFile part, long have, OptionalLong total)
      throws IOException {
    Optional<MessageDigest> digest = wanted.map(_ -> Digests.sha256());
    if (digest.isPresent()) Digests.feed(digest.get(), PartFile.partOf(target), have);
    String name = String.valueOf(target.getFileName());
    try (var progress = output.progress(name, Progress.Unit.BYTES, total)) {
      part.shownBy(progress);
      progress.add(have);
      var pieces = new Pieces(response);
      for (var piece = pieces.next(); piece.isPresent(); piece = pieces.next()) {
        int n = piece.get().remaining();
        if (digest.isPresent()) digest.get().update(piece.get().duplicate());
        part.write(piece.get());
        progress.add(n);
      }
      progress.finish();
    } catch (IOException e) {
      throw cutShort(e, part);
    }
    return digest.isPresent()
        ? Optional.of(verified(Digests.hex(digest.get()), target, part))
        : Optional.empty();
  }

  private static IOException cutShort(IOException e, PartFile part) throws IOException {
    Optional<String> kept = part.keptInWords();
    if (kept.isEmpty()) return e;
    return new WireException(Complaint.about(e).line() + "; " + kept.get(), e);
  }

  /** The digest of all that is there, where one is wanted. */
  private Optional<String> verified(Path target, PartFile part, long length) throws IOException {
    if (wanted.isEmpty()) return Optional.empty();
    MessageDigest digest = Digests.sha256();
    Digests.feed(digest, PartFile.partOf(target), length);
    return Optional.of(verified(Digests.hex(digest), target, part));
  }

  private String verified(String sha256, Path target, PartFile part) throws IOException {
    if (sha256.equals(wanted.orElseThrow())) return sha256;
    part.worthless();
    throw new NotVerified(
        target + ": the SHA-256 is " + sha256 + ", not " + wanted.orElseThrow() + "; not kept");
  }
}
