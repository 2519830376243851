package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Any bytes are a form or are refused, whatever the pieces they come in. */
public final class FormPartsFuzz {
  static final String BOUNDARY = "XX";

  private FormPartsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String whole = outcome(input, Integer.MAX_VALUE);
    for (int piece : new int[] {1, 7}) {
      String pieces = outcome(input, piece);
      if (!whole.equals(pieces)) throw new AssertionError(whole + "\nin pieces\n" + pieces);
    }
  }

  /** The names and contents of all parts, and the refusal behind them if there is one. */
  static String outcome(byte[] input, int piece) {
    var seen = new StringBuilder();
    try {
      var parts = FormParts.of(new Pieces(input, piece), BOUNDARY, 20);
      for (Optional<FormParts.Part> part = parts.next(); part.isPresent(); part = parts.next()) {
        String content =
            new String(part.get().content().readAllBytes(), StandardCharsets.ISO_8859_1);
        seen.append(part.get().disposition()).append(" = ").append(content).append('\n');
      }
    } catch (BadMessage refused) {
      seen.append(refused.status()).append(' ').append(refused.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return seen.toString();
  }

  /** Gives at most so many bytes at once. */
  private static final class Pieces extends InputStream {
    private final ByteArrayInputStream in;
    private final int most;

    Pieces(byte[] bytes, int most) {
      this.in = new ByteArrayInputStream(bytes);
      this.most = most;
    }

    @Override
    public int read() {
      return in.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      return in.read(into, offset, Math.min(length, most));
    }
  }
}
