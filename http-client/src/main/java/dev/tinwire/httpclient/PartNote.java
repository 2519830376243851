package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which version of what a part is from: without it nobody could go on with a download and be sure
 * not to mix two versions.
 *
 * @param source a hash of the URL: the file lies beside the download, where others may read it, and
 *     a URL may hold a key to something
 * @param validator a strong entity tag or a date, as {@code If-Range} takes it
 * @param length of the whole, if the server said it
 * @param gaps what is missing between, where several connections filled it; without any, what is
 *     there is there from the beginning
 */
record PartNote(String source, String validator, OptionalLong length, List<Gaps.Gap> gaps) {
  /** Longer than any note of ours. */
  private static final int MOST = 128 * 1024;

  PartNote {
    gaps = List.copyOf(gaps);
  }

  /** How long the part must be, or something is missing that is not noted. */
  long least() {
    long end = length.orElse(0);
    for (Gaps.Gap gap : gaps.reversed()) {
      if (gap.to() == end) end = gap.from();
    }
    return gaps.isEmpty() ? 0 : end;
  }

  static Path beside(Path part) {
    return part.resolveSibling(part.getFileName() + ".json");
  }

  /** What can be noted of an answer; empty where nothing tells its version for sure. */
  static Optional<PartNote> of(Url asked, Fields fields, OptionalLong length) {
    return validator(fields).map(v -> new PartNote(source(asked), v, length, List.of()));
  }

  /** The same version, of which this is missing. */
  PartNote lacking(List<Gaps.Gap> missing) {
    return new PartNote(source, validator, length, missing);
  }

  /** What is the same for the same URL, whoever logs in. */
  static String source(Url url) {
    return DigestAlgorithm.SHA_256.hex(url.withoutFragment().withoutCredentials().href());
  }

  /** RFC 9110 §13.1.5: a weak tag will not do, and a date only if it is old enough to be sure. */
  private static Optional<String> validator(Fields fields) {
    Optional<String> tag = fields.first("ETag");
    if (tag.isPresent()) return tag.filter(t -> t.startsWith("\"") && t.endsWith("\""));
    var clock = InstantSource.system();
    Optional<Instant> date = fields.first("Date").flatMap(d -> HttpDate.parse(d, clock));
    return fields
        .first("Last-Modified")
        .filter(text -> {
          Optional<Instant> modified = HttpDate.parse(text, clock);
          return modified.isPresent()
              && date.isPresent()
              && modified.get().plusSeconds(1).isBefore(date.get());
        });
  }

  static void write(Path part, PartNote note) throws IOException {
    var json = Json.object().put("url_sha256", note.source()).put("validator", note.validator());
    if (note.length().isPresent()) json = json.put("length", note.length().getAsLong());
    if (!note.gaps.isEmpty()) json = json.put("missing", new Json.Arr(printed(note.gaps)));
    // Half a note is none, and this may be the moment in which somebody ends us.
    Path fresh = part.resolveSibling(part.getFileName() + ".json.new");
    Files.writeString(fresh, json.print() + "\n");
    Files.move(fresh, beside(part), StandardCopyOption.REPLACE_EXISTING);
  }

  private static List<Json> printed(List<Gaps.Gap> gaps) {
    return gaps.stream()
        .<Json>map(gap -> Json.array(Json.Num.of(gap.from()), Json.Num.of(gap.to())))
        .toList();
  }

  /** What is noted of a part; empty where there is no note that can be read. */
  static Optional<PartNote> read(Path part) throws IOException {
    Path file = beside(part);
    if (!Files.isRegularFile(file) || !Files.isRegularFile(part)) return Optional.empty();
    if (Files.size(file) > MOST) return Optional.empty();
    try {
      Json json = Json.parse(Files.readString(file));
      Optional<Json> found = json.find("length");
      var length =
          found.isPresent() && found.get() instanceof Json.Num number
              ? OptionalLong.of(number.longValue())
              : OptionalLong.empty();
      Optional<Json> missing = json.find("missing");
      var gaps = missing.isPresent() ? gaps(missing.get(), length.orElse(0)) : List.<Gaps.Gap>of();
      return Optional.of(
          new PartNote(json.get("url_sha256").text(), json.get("validator").text(), length, gaps));
    } catch (Malformed | CharacterCodingException _) {
      return Optional.empty();
    }
  }

  /** In order, apart, and within the whole: else it is no note of ours. */
  private static List<Gaps.Gap> gaps(Json missing, long length) throws Malformed {
    var gaps = new ArrayList<Gaps.Gap>();
    long end = 0;
    for (Json each : missing.items()) {
      var gap = new Gaps.Gap(each.get(0).number().longValue(), each.get(1).number().longValue());
      if (gap.from() < end || gap.to() <= gap.from() || gap.to() > length) {
        throw new Malformed("note", each.print(), 0, "no stretch of the whole");
      }
      end = gap.to();
      gaps.add(gap);
    }
    return gaps;
  }
}
