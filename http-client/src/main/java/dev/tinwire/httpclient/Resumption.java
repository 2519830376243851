package dev.tinwire.httpclient;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentRange;
import dev.tinwire.http.Fields;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Going on with a download: what is here, and what an answer means for it. Pure but for looking at
 * the files at first.
 *
 * @param have bytes that are here
 */
record Resumption(Path target, PartNote note, long have) {
  /** What to do with an answer. */
  sealed interface Judgement {}

  /** The rest is in it. */
  record GoOn() implements Judgement {}

  /** All was here already. */
  record Complete() implements Judgement {}

  /** The whole is in it, from the beginning. */
  record Anew(String why) implements Judgement {}

  /** Nothing is in it; ask once more, for the whole. */
  record AskAnew(String why) implements Judgement {}

  /** Empty where there is nothing to go on with. */
  static Optional<Resumption> of(Url url, Path target) throws IOException {
    Path part = PartFile.partOf(target);
    Optional<PartNote> note = PartNote.read(part);
    if (note.isEmpty()) return Optional.empty();
    boolean same = note.get().source().equals(PartNote.source(url));
    long have = Files.size(part);
    return same && have > 0 && have >= note.get().least()
        ? Optional.of(new Resumption(target, note.get(), have))
        : Optional.empty();
  }

  /** RFC 9110 §13.1.5: the rest if it is still the same, all of it if not. */
  Request ask(Request request) {
    return request.with("Range", "bytes=" + have + "-").with("If-Range", note.validator());
  }

  Judgement judge(ResponseHead head) {
    return switch (head.status().code()) {
      case 206 -> partial(head);
      case 200 -> new Anew(target + " changed on the server, or comes whole only: from the start");
      case 416 -> notThere(head);
      default -> new Anew("");
    };
  }

  private Judgement partial(ResponseHead head) {
    Optional<ContentRange> range = range(head);
    Optional<String> tag = head.fields().first("ETag");
    boolean sameTag =
        !note.validator().startsWith("\"") || tag.isEmpty() || tag.get().equals(note.validator());
    if (sameTag
        && range.isPresent()
        && range.get() instanceof ContentRange.Satisfied(ByteRange bytes, OptionalLong complete)
        && bytes.first() == have
        && carries(head.fields(), bytes)
        && sameLength(complete)
        && toTheEnd(bytes, complete.isPresent() ? complete : note.length())) {
      return new GoOn();
    }
    return new AskAnew("the server sent another part than " + target + " lacks: from the start");
  }

  /** As many bytes as it says, and as they are: half a file compressed is not half of it. */
  private static boolean carries(Fields fields, ByteRange bytes) {
    Optional<String> length = fields.first("Content-Length");
    String said = Long.toString(bytes.last() - bytes.first() + 1);
    return !fields.has("Content-Encoding") && (length.isEmpty() || length.get().equals(said));
  }

  private boolean sameLength(OptionalLong complete) {
    return note.length().isEmpty() || complete.isEmpty() || complete.equals(note.length());
  }

  private static boolean toTheEnd(ByteRange bytes, OptionalLong complete) {
    return complete.isEmpty() || bytes.last() + 1 == complete.getAsLong();
  }

  /** Nothing behind what we have: complete, if the length is right and the version was noted. */
  private Judgement notThere(ResponseHead head) {
    boolean complete =
        note.length().isPresent()
            && note.length().getAsLong() == have
            && range(head).equals(Optional.of(new ContentRange.Unsatisfied(have)));
    return complete
        ? new Complete()
        : new AskAnew(target + " is not what the server has any more: from the start");
  }

  private static Optional<ContentRange> range(ResponseHead head) {
    try {
      Optional<String> value = head.fields().first("Content-Range");
      return value.isEmpty() ? Optional.empty() : Optional.of(ContentRange.parse(value.get()));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }
}
