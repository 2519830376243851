package dev.tinwire.httpserver;

import dev.tinwire.http.EntityTag;
import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Validators;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A file in the form it is sent to this client (RFC 9110 §3.2), and all there is to say about it:
 * made once, for a file in memory is sent many times.
 *
 * @param file whose bytes are sent, which a compressed sibling may be
 * @param type of the file that was asked for
 * @param fields what a 200 or a 206 says
 * @param steady what of it a 304 repeats, for a cache keeps it with what it has (§15.4.5)
 */
record Representation(
    Resource.File file,
    MediaType type,
    Coding coding,
    Validators validators,
    Fields fields,
    Fields steady) {

  static Representation of(Resource.File file, MediaType type, Coding coding, Instant now) {
    return switch (file) {
      case Resource.InMemory memory -> memory.represented(type, coding, now);
      case Resource.OnDisk disk -> make(disk, type, coding, now);
    };
  }

  static Representation make(Resource.File file, MediaType type, Coding coding, Instant now) {
    Validators own = file.state().validators(now);
    var validators = coding == Coding.GZIP_ON_THE_FLY ? compressed(own) : own;
    List<String> steady = steady(type, validators);
    List<String> all = new ArrayList<>(steady);
    addAll(all, "Content-Type", Optional.of(type));
    addAll(all, "Content-Encoding", coding.field());
    addAll(all, "Last-Modified", validators.lastModified().map(HttpDate::print));
    if (coding != Coding.GZIP_ON_THE_FLY) addAll(all, "Accept-Ranges", Optional.of("bytes"));
    addAll(all, "X-Content-Type-Options", Optional.of("nosniff"));
    return new Representation(file, type, coding, validators, fields(all), fields(steady));
  }

  private static List<String> steady(MediaType type, Validators validators) {
    var fields = new ArrayList<String>(14);
    addAll(fields, "Cache-Control", Optional.of("no-cache"));
    addAll(fields, "ETag", validators.tag());
    // Said of the plain form as well, for it depends on what was accepted (RFC 9110 §12.5.5).
    if (Coding.pays(type)) addAll(fields, "Vary", Optional.of("Accept-Encoding"));
    return fields;
  }

  private static void addAll(List<String> fields, String name, Optional<?> value) {
    if (value.isPresent()) fields.addAll(List.of(name, value.get().toString()));
  }

  private static Fields fields(List<String> namesAndValues) {
    return Fields.of(namesAndValues.toArray(String[]::new));
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
}
