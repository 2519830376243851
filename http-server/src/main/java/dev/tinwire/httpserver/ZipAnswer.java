package dev.tinwire.httpserver;

import dev.tinwire.http.ByteRange;
import dev.tinwire.http.ContentDisposition;
import dev.tinwire.http.ContentRange;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import dev.tinwire.http.Validators;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Answers with a folder as one zip file, a few at a time. */
final class ZipAnswer {
  private static final Status PARTIAL = new Status(206);
  private static final Status FORBIDDEN = new Status(403);
  private static final Status PRECONDITION_FAILED = new Status(412);
  private static final Status RANGE_NOT_SATISFIABLE = new Status(416);
  private static final String RETRY_AFTER_SECONDS = "10";

  private final ZipLimits limits;
  private final RefusalPage refusal;
  private final InstantSource clock;
  private final Checksums checksums;
  private final Semaphore places;

  ZipAnswer(ZipLimits limits, RefusalPage refusal, InstantSource clock) {
    this.limits = limits;
    this.refusal = refusal;
    this.clock = clock;
    this.checksums = new Checksums(limits.sums(), clock);
    this.places = new Semaphore(limits.archives());
  }

  Answer of(Request request, Folder folder) throws IOException {
    if (!places.tryAcquire()) {
      return Refusal.of(
              Refusal.SERVICE_UNAVAILABLE,
              "other folders are being sent as zip files, as many as can be; please try again",
              request.fields())
          .with("Retry-After", RETRY_AFTER_SECONDS);
    }
    var leave = new Leave();
    try {
      Answer answer = answer(request, folder, leave);
      leave.taken = answer.content() instanceof Content.Written;
      return answer;
    } finally {
      if (!leave.taken) leave.run();
    }
  }

  /** Gives the place back, once. */
  private final class Leave implements Runnable {
    private final AtomicBoolean left = new AtomicBoolean();
    private boolean taken;

    @Override
    public void run() {
      if (left.compareAndSet(false, true)) places.release();
    }
  }

  private Answer answer(Request request, Folder folder, Runnable leave) throws IOException {
    Optional<ZipArchive> archive = ZipArchive.of(folder, limits);
    if (archive.isEmpty()) {
      return Refusal.of(
          FORBIDDEN,
          "there is more in this folder than one zip file may have here, which is "
              + limits.items()
              + " files and folders; the folders in it may be had one by one",
          request.fields());
    }
    ZipArchive it = archive.get();
    long length = it.layout().length();
    var validators = new Validators(Optional.of(it.tag(clock.instant())), Optional.empty());
    var delivery =
        Delivery.of(request.method(), request.fields(), validators, OptionalLong.of(length), clock);
    Fields steady =
        Fields.of("Cache-Control", "no-cache", "ETag", validators.tag().orElseThrow().toString());
    return switch (delivery) {
      // Several ranges of an archive nobody asks for, and they may be ignored (RFC 9110 §14.2).
      case Delivery.Whole(), Delivery.Parts(_) ->
          new Answer(Status.OK, fields(steady, it), content(it, new Window(0, length), leave));
      case Delivery.Part(var range) -> part(it, range, fields(steady, it), leave);
      case Delivery.NotModified() -> new Answer(Status.NOT_MODIFIED, steady, new Content.None());
      case Delivery.Failed() -> refusal.of(PRECONDITION_FAILED, request.fields());
      case Delivery.OutOfRange() ->
          refusal
              .of(RANGE_NOT_SATISFIABLE, request.fields())
              .with("Content-Range", new ContentRange.Unsatisfied(length).toString());
    };
  }

  private static Fields fields(Fields steady, ZipArchive it) {
    return steady
        .and("Content-Type", "application/zip")
        .and("Content-Disposition", ContentDisposition.attachment(it.fileName()).toString())
        .and("Accept-Ranges", "bytes")
        .and("X-Content-Type-Options", "nosniff");
  }

  private Answer part(ZipArchive it, ByteRange range, Fields fields, Runnable leave) {
    var complete = OptionalLong.of(it.layout().length());
    var which = new ContentRange.Satisfied(range, complete);
    var wanted = new Window(range.first(), range.last() + 1);
    return new Answer(
        PARTIAL, fields.and("Content-Range", which.toString()), content(it, wanted, leave));
  }

  private Content content(ZipArchive it, Window wanted, Runnable leave) {
    var writer = new ZipWriter(it, wanted, checksums, leave);
    return new Content.Written(OptionalLong.of(wanted.length()), writer);
  }
}
