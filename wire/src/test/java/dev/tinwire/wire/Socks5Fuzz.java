package dev.tinwire.wire;

import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Whatever a proxy says, it opens or is refused in words, and nothing behind its last answer is
 * consumed. Input: whether we have a login, then what the proxy says.
 */
public final class Socks5Fuzz {
  private static final Endpoint TARGET = new Endpoint("x.example", 80);

  private Socks5Fuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) return;
    boolean login = (input[0] & 1) == 1;
    byte[] said = Arrays.copyOfRange(input, 1, input.length);
    var replies = Replies.of(said);
    try {
      new Socks5(replies.in(), replies.out())
          .open(
              TARGET,
              login ? Optional.of(new Login("ann", Secret.of("s3cret"))) : Optional.empty());
      int left = said.length - answers(said);
      replies.in().skip("rest", left);
      if (!replies.in().atEnd()) throw new AssertionError("left something of the answers");
    } catch (WireException e) {
      if (String.valueOf(e.getMessage()).contains("s3cret")) throw new AssertionError(e);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** How long the answers of a proxy that opened are. */
  private static int answers(byte[] said) {
    int reply = said[1] == 2 ? 4 : 2;
    int address =
        switch (said[reply + 3]) {
          case 1 -> 4;
          case 4 -> 16;
          default -> 1 + (said[reply + 4] & 0xff);
        };
    return reply + 4 + address + 2;
  }
}
