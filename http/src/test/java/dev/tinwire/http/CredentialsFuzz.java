package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.List;

/** Any text is credentials or challenges that come back from their print, or refused. */
public final class CredentialsFuzz {
  private CredentialsFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    // Credentials are equal only to themselves, as secrets are; so what they print is compared.
    try {
      String printed = Credentials.parse(text).fieldValue();
      Reread.same(printed, printed, line -> Credentials.parse(line).fieldValue());
    } catch (Malformed refused) {
      refused.caret();
    }
    Reread.check(text, CredentialsFuzz::challenges);
  }

  private static Challenges challenges(String line) throws Malformed {
    return new Challenges(Challenge.parse(List.of(line)));
  }

  /** A list that prints as one line. */
  private record Challenges(List<Challenge> list) {
    @Override
    public String toString() {
      return String.join(", ", list.stream().map(Challenge::toString).toList());
    }
  }
}
