package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.ContentDisposition;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Takes a form with files apart (RFC 7578, RFC 2046 §5.1.1), part by part as it comes, and never
 * has more of it in memory than a block:
 *
 * <pre>
 * body  = [ preamble CRLF ] "--" boundary *( pad CRLF part CRLF "--" boundary ) "--" epilogue
 * part  = *( field CRLF ) CRLF content                   ; content has no CRLF "--" boundary in it
 * field = Content-Disposition: form-data; name="files"; filename="a.txt"
 * </pre>
 *
 * Whatever does not follow it is a {@link BadMessage} with 400.
 */
final class FormParts {
  private static final int MOST_FIELDS = 16;
  private static final int LONGEST_FIELD = 4096;

  /**
   * One of them.
   *
   * @param content to be read before the next part is asked for; what is left of it then is dropped
   */
  record Part(ContentDisposition disposition, InputStream content) {}

  private final UntilDelimiter in;
  private final int most;
  private int parts;
  private boolean ended;

  private FormParts(UntilDelimiter in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * The parts of a body.
   *
   * @param boundary as the Content-Type says it
   * @param most how many parts are welcome
   */
  static FormParts of(InputStream body, String boundary, int most) {
    byte[] delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    return new FormParts(new UntilDelimiter(body, delimiter), most);
  }

  /** The boundary (RFC 2046 §5.1.1), if that is the type of a form with files. */
  static Optional<String> boundary(String contentType) throws BadMessage {
    try {
      MediaType type = MediaType.parse(contentType);
      if (!type.is("multipart/form-data")) return Optional.empty();
      String boundary = type.parameters().get("boundary").orElse("");
      if (boundary.matches("[0-9A-Za-z'()+_,./:=? -]{0,69}[0-9A-Za-z'()+_,./:=?-]")) {
        return Optional.of(boundary);
      }
      throw bad("a form with files needs a boundary of 1 to 70 characters");
    } catch (Malformed e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  /** The next part, if there is one. */
  Optional<Part> next() throws IOException {
    if (ended) return Optional.empty();
    in.skip(); // the preamble, or what nobody read of the last one
    if (in.closes()) {
      ended = true;
      in.skipAll();
      return Optional.empty();
    }
    if (++parts > most) {
      throw new BadMessage(
          Refusal.CONTENT_TOO_LARGE, "at most " + most + " parts of a form are taken at once");
    }
    Part part = new Part(disposition(), in);
    in.begin();
    return Optional.of(part);
  }

  private ContentDisposition disposition() throws IOException {
    Optional<ContentDisposition> found = Optional.empty();
    for (int fields = 0; fields <= MOST_FIELDS; fields++) {
      String line = in.line(LONGEST_FIELD);
      if (line.isEmpty()) return found.orElseThrow(() -> bad("a part has no Content-Disposition"));
      int colon = line.indexOf(':');
      if (colon < 1) throw bad("a field of a part has no name");
      String value = line.substring(colon + 1).strip();
      switch (line.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "content-disposition" -> {
          if (found.isPresent()) throw bad("a part has two of Content-Disposition");
          found = Optional.of(parsed(value));
        }
        case "content-transfer-encoding" -> {
          // Not used any more (RFC 7578 §4.7); what it says could not be what we keep.
          if (!value.matches("(?i)binary|8bit|7bit")) throw bad("a part is encoded as " + value);
        }
        default -> {
          // Its type, above all: we go by its name.
        }
      }
    }
    throw bad("a part has more than " + MOST_FIELDS + " fields");
  }

  private static ContentDisposition parsed(String value) throws BadMessage {
    try {
      var disposition = ContentDisposition.parse(value);
      if (disposition.type().equals("form-data")) return disposition;
      throw bad("a part of a form is form-data");
    } catch (Malformed e) {
      throw bad(String.valueOf(e.getMessage()));
    }
  }

  static BadMessage bad(String sentence) {
    return new BadMessage(Status.BAD_REQUEST, sentence);
  }
}
