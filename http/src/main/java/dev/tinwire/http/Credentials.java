package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.Locale;

/**
 * What an {@code Authorization} says (RFC 9110 §11.6.2): a scheme, and after blanks what proves it.
 * Neither a message of ours nor {@code toString()} ever holds the proof; {@link #fieldValue()}
 * does.
 */
public sealed interface Credentials permits Basic, Bearer, Credentials.Unknown {
  /** A scheme we do not speak; what came with it is forgotten at once, for it may be a secret. */
  record Unknown(String scheme) implements Credentials {
    public Unknown {
      Tokens.demand("scheme", scheme);
    }

    @Override
    public String fieldValue() {
      return scheme;
    }
  }

  /** What to send, secret and all: for the wire, not for eyes. */
  String fieldValue();

  /** Reads the field's one value. */
  static Credentials parse(String text) throws Malformed {
    int end = Tokens.end(text, 0);
    String scheme = text.substring(0, end);
    if (scheme.isEmpty()) throw malformed("", "expected a token as scheme");
    int proof = end;
    while (proof < text.length() && text.charAt(proof) == ' ') proof++;
    if (proof == end && end < text.length()) throw malformed("", "expected a blank after scheme");
    return switch (scheme.toLowerCase(Locale.ROOT)) {
      case "basic" -> Basic.ofProof(text.substring(proof));
      case "bearer" -> Bearer.ofProof(text.substring(proof));
      default -> new Unknown(scheme);
    };
  }

  /** A fault that shows the scheme and nothing behind it. */
  static Malformed malformed(String scheme, String problem) {
    return new Malformed("Authorization", (scheme + " ***").strip(), scheme.length(), problem);
  }
}
