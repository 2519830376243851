package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Any bytes are requests in a row, or responses in a row, up to the first that is refused: heads,
 * framing, bodies, as a server and a client read them.
 */
public final class FramingFuzz {
  private FramingFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    converse(input, FramingFuzz::request);
    converse(input, FramingFuzz::response);
  }

  private interface Turn {
    /** Whether another may follow. */
    boolean take(ByteReader in, int left) throws IOException;
  }

  private static void converse(byte[] input, Turn turn) {
    var in = Wire.reader(input);
    try {
      while (!in.atEnd() && turn.take(in, input.length)) {}
    } catch (BadMessage refused) {
      Wire.demandSafe(refused);
    } catch (EndOfStream _) {
      // Cut short; that is an answer as well.
    } catch (IOException e) {
      throw new AssertionError("neither a message nor refused", e);
    }
  }

  private static boolean request(ByteReader in, int most) throws IOException {
    var head = RequestHead.read(in, Limits.SERVER, Leniency.SERVER);
    Framing framing = Framing.ofRequest(head.fields(), head.line().version());
    if (head.fields().has("Transfer-Encoding") && head.fields().has("Content-Length")) {
      throw new AssertionError("two lengths: " + head);
    }
    read(framing, in, Limits.SERVER, most);
    return Persistence.ofRequest(head.line().version(), head.fields()) == Persistence.KEEP_OPEN;
  }

  private static boolean response(ByteReader in, int most) throws IOException {
    var head = ResponseHead.read(in, Limits.CLIENT, Leniency.CLIENT);
    var version = head.line().version();
    Framing framing =
        Framing.ofResponse(Method.GET, head.status(), head.fields(), version, Leniency.CLIENT);
    read(framing, in, Limits.CLIENT, most);
    return Persistence.ofResponse(version, head.fields(), framing) == Persistence.KEEP_OPEN;
  }

  private static void read(Framing framing, ByteReader in, Limits limits, int most)
      throws IOException {
    Body body = Body.of(framing, in, limits);
    long bytes = body.transferTo(OutputStream.nullOutputStream());
    boolean right =
        switch (framing) {
          case Framing.None() -> bytes == 0;
          case Framing.Length(long length) -> bytes == length;
          case Framing.Chunked() -> bytes <= most;
          case Framing.UntilClose() -> in.atEnd();
        };
    if (!right) throw new AssertionError(bytes + " bytes of " + framing);
  }
}
