package dev.tinwire.httpserver;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentRange;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** Answers a GET or HEAD with a representation, or with why it need not be sent. */
record FileAnswer(RefusalPage refusal, InstantSource clock, RandomGenerator random) {
  private static final Status PARTIAL = new Status(206);
  private static final Status PRECONDITION_FAILED = new Status(412);
  private static final Status RANGE_NOT_SATISFIABLE = new Status(416);

  /** Takes the open file over: either the answer has it, or it is closed. */
  Answer of(Request request, Representation it) throws IOException {
    var delivery = Delivery.of(request.method(), request.fields(), it, clock);
    return switch (delivery) {
      case Delivery.Whole() -> new Answer(Status.OK, it.fields(), whole(it));
      case Delivery.Part(var range) -> part(it, range);
      case Delivery.Parts(var ranges) -> parts(it, ranges);
      case Delivery.NotModified() -> {
        it.file().close();
        yield new Answer(Status.NOT_MODIFIED, it.steady(), new Content.None());
      }
      case Delivery.Failed() -> {
        it.file().close();
        yield refusal.of(PRECONDITION_FAILED, request.fields());
      }
      case Delivery.OutOfRange() -> {
        it.file().close();
        // The client must learn how long it is (RFC 9110 §15.5.17).
        yield refusal
            .of(RANGE_NOT_SATISFIABLE, request.fields())
            .with("Content-Range", new ContentRange.Unsatisfied(it.length()).toString());
      }
    };
  }

  private static Content whole(Representation it) {
    return it.coding() == Coding.GZIP_ON_THE_FLY
        ? new Content.Written(OptionalLong.empty(), new GzipWriter(it.file()))
        : it.file().whole();
  }

  private static Answer part(Representation it, ByteRange range) {
    var which = new ContentRange.Satisfied(range, OptionalLong.of(it.length()));
    var fields = it.fields().and("Content-Range", which.toString());
    return new Answer(PARTIAL, fields, it.file().part(range.first(), range.length()));
  }

  /**
   * The type of all is multipart, and that of the representation goes with each part (§15.3.7.2).
   */
  private Answer parts(Representation it, List<ByteRange> ranges) {
    var multipart = Multipart.of(it.type(), it.file(), random);
    var fields = it.fields().without("Content-Type").and("Content-Type", multipart.contentType());
    return new Answer(PARTIAL, fields, multipart.content(ranges));
  }
}
