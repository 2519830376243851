package dev.tinwire.httpclient;

import java.io.IOException;
import java.util.List;

/** Asks for a compressed body where nobody minds, and gives it out as it was before. */
final class Decoding {
  private Decoding() {}

  /** A part of a compressed body is of no use, and who says what he wants gets just that. */
  static boolean wanted(Request request) {
    return !request.fields().has("Accept-Encoding") && !request.fields().has("Range");
  }

  static Request ask(Request request) {
    return request.with("Accept-Encoding", ContentCodings.ACCEPTED);
  }

  /** The answer with its codings taken off, if it has a body and any. */
  static Response undo(Response response) throws IOException {
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
