package dev.tinwire.http;

import dev.tinwire.wire.EndOfStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * Any bytes are a chunked body or are refused, whatever the pieces it is read in; and a body
 * written in chunks reads back as it was.
 */
public final class ChunkedFuzz {
  private ChunkedFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String whole = outcome(input, 8192);
    String pieces = outcome(input, 3);
    if (!whole.equals(pieces)) throw new AssertionError(whole + " in one, in pieces " + pieces);
    if (!outcome(chunked(input), 5).equals("[] " + Wire.text(input))) {
      throw new AssertionError("changed on its way: " + Arrays.toString(input));
    }
  }

  /** The trailers and the body, or the sentence of the refusal. */
  private static String outcome(byte[] input, int piece) {
    Body body = Body.of(new Framing.Chunked(), Wire.reader(input), Limits.SERVER);
    var out = new ByteArrayOutputStream();
    byte[] buffer = new byte[piece];
    try {
      for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) out.write(buffer, 0, n);
    } catch (BadMessage refused) {
      Wire.demandSafe(refused);
      return String.valueOf(refused.getMessage());
    } catch (EndOfStream early) {
      return String.valueOf(early.getMessage());
    } catch (IOException e) {
      throw new AssertionError("neither a body nor refused", e);
    }
    if (out.size() > input.length) throw new AssertionError("more than there was");
    Wire.demandWithin(Limits.SERVER, body.trailers());
    return body.trailers().lines() + " " + Wire.text(out.toByteArray());
  }

  private static byte[] chunked(byte[] plain) {
    var out = new ByteArrayOutputStream();
    try (var body = BodyOutput.chunked(out)) {
      int middle = plain.length / 2;
      body.write(plain, 0, middle);
      body.flush();
      body.write(plain, middle, plain.length - middle);
      body.finish();
    } catch (IOException e) {
      throw new AssertionError("memory does not fail", e);
    }
    return out.toByteArray();
  }
}
