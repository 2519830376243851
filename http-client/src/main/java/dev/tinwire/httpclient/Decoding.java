package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a compressed body where nobody minds, and gives it out as it was before. Several threads
 * may use it.
 */
final class Decoding {
  /** Fields of a caller, and the same with what we ask for. */
  private record Asked(Fields given, Fields fields) {
    @SuppressWarnings("ReferenceEquality") // to look into them would cost what is saved
    boolean isFor(Request request) {
      return given == request.fields();
    }
  }

  /** The last: most requests of a run say the same. */
  private volatile @Nullable Asked last;

  /** A part of a compressed body is of no use, and who says what he wants gets just that. */
  static boolean wanted(Request request) {
    return !request.fields().has("Accept-Encoding") && !request.fields().has("Range");
  }

  Request ask(Request request) {
    Asked asked = last;
    if (asked != null && asked.isFor(request)) return request.withFields(asked.fields);
    Request with = request.with("Accept-Encoding", ContentCodings.ACCEPTED);
    last = new Asked(request.fields(), with.fields());
    return with;
  }

  /** The answer with its codings taken off, if it has a body and any. */
  static Response undo(Response response) throws IOException {
    if (!response.fields().has("Content-Encoding")) return response;
    List<String> codings = response.fields().list("Content-Encoding");
    if (codings.isEmpty()) return response;
    try {
      if (response.isEmpty()) return response;
      List<String> layers = ContentCodings.toRemove(codings);
      return response.with(
          response.before(), ContentCodings.remove(response.body(), layers, InflateLimits.USUAL));
    } catch (IOException e) {
      response.close();
      throw e;
    }
  }
}
