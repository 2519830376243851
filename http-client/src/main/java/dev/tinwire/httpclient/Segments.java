package dev.tinwire.httpclient;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentRange;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings one file over several connections at once, where the server gives parts of it and tells
 * its version for sure: every part is asked for with {@code If-Range} and checked, so that two
 * versions are never mixed. What is missing is noted beside the part as it shrinks.
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

  /** The answer that a download begins with: a part that is the whole, if parts are given. */
  Request ask(Request request) {
    return request.with("Range", "bytes=0-");
  }

  /** The question that a download goes on with: for the first of what is missing. */
  Request ask(Request request, PartNote note) {
    return part(request, note, note.gaps().getFirst());
  }

  static Request part(Request request, PartNote note, Gaps.Gap gap) {
    return request.with("Range", gap.range()).with("If-Range", note.validator());
  }

  /** Whether the answer can be brought in pieces; if so, brings them into the part. */
  boolean bring(Request request, Response first, PartFile part, String name)
      throws IOException, InterruptedException {
    Optional<PartNote> note = whole(request, first);
    if (note.isEmpty()) return false;
    long length = note.get().length().orElseThrow();
    int count = (int) Math.min(most, length / LEAST);
    if (count < 2) return false;
    fill(request, first, note.get(), Gaps.even(length, count), part, name);
    return true;
  }

  /** Brings what is missing, of which the answer {@link #fits} the first. */
  void goOn(Request request, Response first, PartNote note, PartFile part, String name)
      throws IOException, InterruptedException {
    fill(request, first, note, new Gaps(note.gaps()), part, name);
  }

  private void fill(
      Request request, Response first, PartNote note, Gaps gaps, PartFile part, String name)
      throws IOException, InterruptedException {
    long length = note.length().orElseThrow();
    try (var progress = output.progress(name, Progress.Unit.BYTES, OptionalLong.of(length))) {
      part.shownBy(progress);
      progress.add(length - gaps.bytes());
      var filling = new Filling(sender, request, note, gaps, part, progress);
      filling.run(first, Math.min(most, gaps.count()));
      progress.finish();
    }
  }

  /** What the first answer says about the whole. */
  private static Optional<PartNote> whole(Request request, Response first) {
    Optional<ContentRange> range = range(first);
    if (range.isPresent()
        && range.get() instanceof ContentRange.Satisfied(ByteRange bytes, OptionalLong length)
        && length.isPresent()
        && bytes.first() == 0
        && bytes.last() + 1 == length.getAsLong()) {
      return PartNote.of(request.url(), first.fields(), length);
    }
    return Optional.empty();
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

  /** Whether a part, if it is one, is over where it said. */
  static boolean endsAt(Response response, long length) {
    Optional<ContentRange> range = range(response);
    return range.isEmpty()
        || !(range.get() instanceof ContentRange.Satisfied(ByteRange bytes, _))
        || bytes.last() + 1 == length;
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

  /** Whether an answer is this part of that version. */
  static boolean fits(Response response, PartNote note, Gaps.Gap gap) {
    Optional<String> tag = response.fields().first("ETag");
    boolean sameTag =
        !note.validator().startsWith("\"") || tag.isEmpty() || tag.get().equals(note.validator());
    var wanted = new ContentRange.Satisfied(new ByteRange(gap.from(), gap.to() - 1), note.length());
    return sameTag && range(response).equals(Optional.of(wanted));
  }
}
