package dev.tinwire.httpclient;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentRange;
import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Brings one file over several connections at once, where the server gives parts of it and tells
 * its version for sure: every part is asked for with {@code If-Range} and checked, so that two
 * versions are never mixed.
 */
final class Segments {
  /** Below this for each, one connection is as fast. */
  private static final long LEAST = 1 << 20;

  private final Sender sender;
  private final Output output;
  private final int most;

  Segments(Sender sender, Output output, int most) {
    this.sender = sender;
    this.output = output;
    this.most = most;
  }

  /** What the first answer says about the whole. */
  private record Whole(Request request, String validator, long length) {}

  /** A piece of it. */
  private record Piece(long from, long to) {}

  /** The answer that a download begins with: a part that is the whole, if parts are given. */
  Request ask(Request request) {
    return request.with("Range", "bytes=0-");
  }

  /** Whether the answer can be brought in pieces; if so, brings them into the part. */
  boolean bring(Request request, Response first, PartFile part, String name)
      throws IOException, InterruptedException {
    Optional<Whole> whole = whole(request, first);
    if (whole.isEmpty()) return false;
    long length = whole.get().length();
    int count = (int) Math.min(most, length / LEAST);
    if (count < 2) return false;
    var failures = new ConcurrentLinkedQueue<IOException>();
    try (var progress = output.progress(name, Progress.Unit.BYTES, OptionalLong.of(length))) {
      var threads = new ArrayList<Thread>();
      for (int i = 1; i < count; i++) {
        var piece = new Piece(length * i / count, length * (i + 1) / count);
        threads.add(
            Thread.ofPlatform()
                .daemon()
                .name("segment " + i)
                .start(() -> piece(whole.get(), piece, part, progress, failures)));
      }
      try {
        pour(first, new Piece(0, length / count), part, progress);
      } catch (IOException e) {
        failures.add(e);
      }
      if (!failures.isEmpty()) threads.forEach(Thread::interrupt);
      for (Thread thread : threads) thread.join();
      if (!failures.isEmpty()) throw failures.element();
      progress.finish();
    }
    return true;
  }

  private static Optional<Whole> whole(Request request, Response first) {
    Optional<ContentRange> range = range(first);
    var note = PartNote.of(request.url(), first.fields(), OptionalLong.empty());
    if (note.isEmpty()
        || range.isEmpty()
        || !(range.get() instanceof ContentRange.Satisfied(ByteRange bytes, OptionalLong length))
        || length.isEmpty()
        || bytes.first() != 0
        || bytes.last() + 1 != length.getAsLong()) {
      return Optional.empty();
    }
    return Optional.of(new Whole(request, note.get().validator(), length.getAsLong()));
  }

  /** What was asked for with {@link #ask} is from the first byte to the last. */
  static void requireWhole(Response response) throws WireException {
    if (range(response).isPresent()
        && range(response).get() instanceof ContentRange.Satisfied(ByteRange bytes, var length)
        && length.isPresent()
        && bytes.first() == 0
        && bytes.last() + 1 == length.getAsLong()) return;
    throw new WireException(response.url() + " sent another part than was asked for");
  }

  static Optional<ContentRange> range(Response response) {
    if (response.status().code() != 206) return Optional.empty();
    try {
      Optional<String> value = response.fields().first("Content-Range");
      return value.isEmpty() ? Optional.empty() : Optional.of(ContentRange.parse(value.get()));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private void piece(
      Whole whole, Piece piece, PartFile part, Progress progress, Queue<IOException> failures) {
    Request request =
        whole
            .request()
            .with("Range", "bytes=" + piece.from() + "-" + (piece.to() - 1))
            .with("If-Range", whole.validator());
    try (var response = sender.send(request)) {
      check(whole, piece, response);
      pour(response, piece, part, progress);
    } catch (IOException e) {
      failures.add(e);
    } catch (InterruptedException _) {
      // Another one failed; that is told.
    }
  }

  private static void check(Whole whole, Piece piece, Response response) throws WireException {
    var wanted =
        new ContentRange.Satisfied(
            new ByteRange(piece.from(), piece.to() - 1), OptionalLong.of(whole.length()));
    if (range(response).equals(Optional.of(wanted))) return;
    throw new WireException(
        response.url()
            + " changed while it came, or gave another part than was asked for ("
            + Visible.of(response.status().toString())
            + ")");
  }

  private static void pour(Response response, Piece piece, PartFile part, Progress progress)
      throws IOException {
    var pieces = new Pieces(response);
    for (long at = piece.from(); at < piece.to(); ) {
      var bytes = pieces.next(piece.to() - at);
      if (bytes.isEmpty()) {
        throw new EndOfStream(response.url() + " ended before byte " + piece.to());
      }
      int n = bytes.get().remaining();
      part.write(bytes.get(), at);
      at += n;
      progress.add(n);
    }
  }
}
