package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.util.Set;

/**
 * How the end of a message body is found (RFC 9112 §6.3): decided from the head alone, before a
 * byte of the body is read. Two readers who decide differently are what request smuggling lives on,
 * so whatever leaves a doubt is refused. Public because both ends read bodies by it.
 */
public sealed interface Framing {
  /** What is framed in this way, as it comes in. */
  Body body(ByteReader in, Limits limits);

  /** No body at all, not even an empty one. */
  record None() implements Framing {
    @Override
    public Body body(ByteReader in, Limits limits) {
      return new LengthBody(in, 0);
    }
  }

  /** So many bytes, all of which must come. */
  record Length(long bytes) implements Framing {
    public Length {
      if (bytes < 0) throw new IllegalArgumentException("a negative length: " + bytes);
    }

    @Override
    public Body body(ByteReader in, Limits limits) {
      return new LengthBody(in, bytes);
    }
  }

  /** Chunks, the last of which says that it is the last (RFC 9112 §7.1). */
  record Chunked() implements Framing {
    @Override
    public Body body(ByteReader in, Limits limits) {
      return new ChunkedBody(in, limits);
    }
  }

  /** Until the server closes; whether all came, nobody knows. Responses only. */
  record UntilClose() implements Framing {
    @Override
    public Body body(ByteReader in, Limits limits) {
      return new UntilCloseBody(in);
    }
  }

  /** The framing of a request's body; without a length it has none. */
  static Framing ofRequest(Fields fields, HttpVersion version) throws BadMessage {
    boolean length = fields.has("Content-Length");
    if (fields.has("Transfer-Encoding")) {
      // Both at once is the classic vector of smuggling; §6.1 lets a server refuse, so we do.
      if (length) throw bad("both Transfer-Encoding and Content-Length are given");
      TransferEncoding.requireChunked(fields, version);
      return new Chunked();
    }
    return length ? new Length(ContentLength.of(fields, Set.of())) : new None();
  }

  /**
   * The framing of a response's body.
   *
   * @param method the method of the request it answers: an answer to HEAD has no body, whatever its
   *     fields say, and after a successful CONNECT there is a tunnel
   */
  static Framing ofResponse(
      Method method, Status status, Fields fields, HttpVersion version, Set<Leniency> allowed)
      throws BadMessage {
    if (neverHasBody(method, status)) return new None();
    boolean length = fields.has("Content-Length");
    if (fields.has("Transfer-Encoding")) {
      if (length && !allowed.contains(Leniency.LENGTH_BESIDE_CHUNKED)) {
        throw bad("both Transfer-Encoding and Content-Length are given");
      }
      TransferEncoding.requireChunked(fields, version);
      return new Chunked();
    }
    return length ? new Length(ContentLength.of(fields, allowed)) : new UntilClose();
  }

  private static boolean neverHasBody(Method method, Status status) {
    return method.equals(Method.HEAD)
        || status.isInformational()
        || status.equals(Status.NO_CONTENT)
        || status.equals(Status.NOT_MODIFIED)
        || (method.equals(Method.CONNECT) && status.isSuccessful());
  }

  private static BadMessage bad(String problem) {
    return new BadMessage(Status.BAD_REQUEST, problem);
  }
}
