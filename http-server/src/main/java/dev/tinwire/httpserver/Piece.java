package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.ContentRange;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A part of an upload that comes in several, so that one that was cut can go on. Two spellings:
 *
 * <pre>
 * PUT /name          Content-Range: bytes 1000-1999/5000          (RFC 9110 §14.5)
 * PATCH /name        X-Update-Range: append                       (SabreDAV, dufs)
 *                    Upload-Length: 5000
 *                    Upload-Offset: 1000                          (optional)
 * </pre>
 *
 * Pure.
 *
 * @param from where it begins; empty if wherever the last one ended
 * @param length how long it says that it is
 * @param total bytes of the whole upload
 */
record Piece(OptionalLong from, OptionalLong length, long total) {
  static final String OFFSET = "Upload-Offset";
  static final String LENGTH = "Upload-Length";
  static final String ID = "Upload-Id";

  /** What to do with a piece when so much is there. */
  enum Fit {
    /** It begins where we are. */
    GOES_ON,
    /** It begins anew. */
    STARTS,
    /** It leaves something out, or says again what is there. */
    MISSES,
    /** It goes beyond the length that it says itself. */
    EXCEEDS
  }

  /** The piece that a PUT is; empty if it is a whole upload. */
  static Optional<Piece> ofPut(Fields fields) throws BadMessage {
    List<String> ranges = fields.all("Content-Range");
    if (ranges.isEmpty()) return Optional.empty();
    if (ranges.size() > 1) throw bad("there is more than one Content-Range");
    try {
      if (ContentRange.parse(ranges.getFirst())
              instanceof ContentRange.Satisfied(var range, var complete)
          && complete.isPresent()) {
        long total = complete.getAsLong();
        var from = OptionalLong.of(range.first());
        return Optional.of(new Piece(from, OptionalLong.of(range.length()), total));
      }
    } catch (Malformed e) {
      throw bad(String.valueOf(e.getMessage()));
    }
    throw bad("a Content-Range of an upload says which bytes it has, and of how many");
  }

  /** The piece that a PATCH is. */
  static Piece ofPatch(Fields fields) throws BadMessage {
    if (!fields.all("X-Update-Range").equals(List.of("append"))) {
      throw new BadMessage(new Status(415), "PATCH needs the field X-Update-Range: append here");
    }
    OptionalLong total = number(fields, LENGTH);
    if (total.isEmpty()) throw bad("PATCH needs the field Upload-Length: how long it all is");
    return new Piece(number(fields, OFFSET), OptionalLong.empty(), total.getAsLong());
  }

  /** What the sender calls its upload; empty if it has no word for it. */
  static String id(Fields fields) throws BadMessage {
    List<String> all = fields.all(ID);
    if (all.isEmpty()) return "";
    if (all.size() == 1 && all.getFirst().matches("[A-Za-z0-9._-]{1,100}")) return all.getFirst();
    throw bad(ID + " is up to 100 letters, digits, dots, hyphens and underscores");
  }

  /** A field that is one number of bytes. */
  static OptionalLong number(Fields fields, String name) throws BadMessage {
    List<String> all = fields.all(name);
    if (all.isEmpty()) return OptionalLong.empty();
    if (all.size() > 1 || !all.getFirst().matches("[0-9]{1,18}")) {
      throw bad(name + " is one number of bytes");
    }
    return OptionalLong.of(Long.parseLong(all.getFirst()));
  }

  /** How it fits to the bytes that are there. */
  Fit fit(long there) {
    long start = from.orElse(there);
    // A second start takes nothing away that could not be sent again.
    Fit fit = start == there ? Fit.GOES_ON : start == 0 ? Fit.STARTS : Fit.MISSES;
    return start > total || length.orElse(0) > total - start ? Fit.EXCEEDS : fit;
  }

  private static BadMessage bad(String sentence) {
    return new BadMessage(Status.BAD_REQUEST, sentence);
  }
}
