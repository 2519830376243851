package dev.tinwire.httpserver;

import dev.tinwire.http.EntityTag;
import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Validators;
import java.time.Instant;
import java.util.Optional;

/**
 * A file in the form it is sent to this client (RFC 9110 §3.2).
 *
 * @param file whose bytes are sent, which a compressed sibling may be
 * @param type of the file that was asked for
 */
record Representation(Resource.File file, MediaType type, Coding coding, Validators validators) {
  static Representation of(Resource.File file, MediaType type, Coding coding, Instant now) {
    Validators own = file.state().validators(now);
    boolean coded = coding == Coding.GZIP_ON_THE_FLY;
    return new Representation(file, type, coding, coded ? compressed(own) : own);
  }

  /**
   * Weak, because another version of the compressor makes other bytes of the same file (RFC 9110
   * §8.8.1), and not the file's own, because it is another representation (§8.8.3.3).
   */
  private static Validators compressed(Validators own) {
    Optional<EntityTag> tag = own.tag().map(t -> EntityTag.weak(t.opaque() + "-gzip"));
    return new Validators(tag, own.lastModified());
  }

  long length() {
    return file.state().size();
  }

  /** Whether a part of it can be had: its length is known, and its bytes are the same next time. */
  boolean hasRanges() {
    return coding != Coding.GZIP_ON_THE_FLY;
  }

  /** All there is to say about it with a 200 or a 206. */
  Fields fields() {
    var fields = steady().and("Content-Type", type.toString());
    if (coding.field().isPresent()) {
      fields = fields.and("Content-Encoding", coding.field().get());
    }
    if (validators.lastModified().isPresent()) {
      fields = fields.and("Last-Modified", HttpDate.print(validators.lastModified().get()));
    }
    if (hasRanges()) fields = fields.and("Accept-Ranges", "bytes");
    return fields.and("X-Content-Type-Options", "nosniff");
  }

  /** What a 304 repeats, for a cache keeps it with what it has (RFC 9110 §15.4.5). */
  Fields steady() {
    var fields = Fields.of("Cache-Control", "no-cache");
    if (validators.tag().isPresent())
      fields = fields.and("ETag", validators.tag().get().toString());
    // Said of the plain form as well, for it depends on what was accepted (RFC 9110 §12.5.5).
    return Coding.pays(type) ? fields.and("Vary", "Accept-Encoding") : fields;
  }
}
