package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.Persistence;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** What the connection adds to an answer, and what it looks like on the wire then. Pure. */
record AnswerHead(Answer answer, Method method, HttpVersion version, Persistence persistence) {
  private static final String OK = new StatusLine(Status.OK) + "\r\n";

  /**
   * How the content goes (RFC 9112 §6.3). {@code None}: not at all, to HEAD, as 204 or as 304 (RFC
   * 9110 §6.4.1).
   */
  Framing framing() {
    if (method.equals(Method.HEAD) || neverHasContent()) return new Framing.None();
    OptionalLong length = answer.content().length();
    if (length.isPresent()) return new Framing.Length(length.getAsLong());
    return switch (version) {
      case HTTP_1_1 -> new Framing.Chunked();
      case HTTP_1_0 -> new Framing.UntilClose(); // RFC 9112 §6.1: it knows no chunks
    };
  }

  private boolean neverHasContent() {
    return answer.status().equals(Status.NO_CONTENT) || answer.status().equals(Status.NOT_MODIFIED);
  }

  /** Whether the connection goes on after it. */
  Persistence persists() {
    boolean closes =
        framing() instanceof Framing.UntilClose || answer.fields().lists("Connection", "close");
    return closes ? Persistence.CLOSE : persistence;
  }

  /**
   * As it goes over the wire.
   *
   * @param date the Date line with its CRLF (RFC 9110 §6.6.1: always, for we have a clock)
   */
  byte[] toBytes(String date) {
    var out = new StringBuilder(512);
    if (answer.status().equals(Status.OK)) out.append(OK);
    else out.append(new StatusLine(answer.status())).append("\r\n");
    out.append(date);
    persistence(out);
    framing(out);
    fields().print(out);
    return out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private Fields fields() {
    Fields fields = answer.fields();
    return fields.has("Connection") ? fields.without("Connection") : fields; // said above
  }

  private void persistence(StringBuilder out) {
    switch (persists()) {
      case CLOSE -> out.append("Connection: close\r\n");
      case KEEP_OPEN -> {
        // The default of 1.1; a client that speaks 1.0 asked for it and waits for our word.
        if (version == HttpVersion.HTTP_1_0) out.append("Connection: keep-alive\r\n");
      }
    }
  }

  /** To HEAD the length that GET would get (RFC 9110 §8.6); 204 must not have one. */
  private void framing(StringBuilder out) {
    if (neverHasContent()) return;
    OptionalLong length = answer.content().length();
    if (length.isPresent()) {
      out.append("Content-Length: ").append(length.getAsLong()).append("\r\n");
    } else if (framing() instanceof Framing.Chunked) {
      out.append("Transfer-Encoding: chunked\r\n");
    }
  }
}
