package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Whatever a server asks for, what we say is one field, without the password, and ends. */
public final class DigestFuzz {
  private DigestFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    var authentication =
        new Authentication(new Basic("user", Secret.of("pass-word")), false, new Random(1));
    int asked = 0;
    try {
      while (authentication.refused(List.of(text), asked > 0)) {
        authentication.fieldValue(Method.GET, "/", Payload.NONE).ifPresent(DigestFuzz::check);
        if (++asked > 2) break; // "stale" may go on; who calls bounds it
      }
      authentication.informed(text);
      authentication.fieldValue(Method.GET, "/", Payload.NONE).ifPresent(DigestFuzz::check);
    } catch (Malformed refused) {
      refused.caret();
    } catch (IOException e) {
      throw new AssertionError("a body of nothing can be read", e);
    }
  }

  private static void check(String value) {
    Fields.of("Authorization", value); // refuses what would break out of its line
    if (value.contains("pass-word")) throw new AssertionError(value);
  }
}
