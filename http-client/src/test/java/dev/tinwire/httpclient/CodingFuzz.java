package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Any bytes as any coding: a body within its limits, or refused in words of ours. */
public final class CodingFuzz {
  private static final InflateLimits LIMITS = new InflateLimits(1 << 20, 1000);

  private CodingFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    for (String coding : List.of("gzip", "deflate", "br")) {
      String whole = outcome(input, coding, 8192);
      String pieces = outcome(input, coding, 3);
      if (!whole.equals(pieces)) throw new AssertionError(coding + ": " + whole + " / " + pieces);
    }
  }

  private static String outcome(byte[] input, String coding, int piece) {
    long count = 0;
    byte[] buffer = new byte[piece];
    try (var in = ContentCodings.remove(new ByteArrayInputStream(input), List.of(coding), LIMITS)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        count += n;
        if (count > LIMITS.bytes()) throw new AssertionError("more than the limit");
      }
      return count + " bytes";
    } catch (WireException refused) {
      return "refused"; // how much came out before may differ with the pieces
    } catch (IOException e) {
      throw new AssertionError("neither a body nor refused", e);
    }
  }
}
