package dev.tinwire.smtpclient;

import dev.tinwire.wire.Sizes;
import java.util.Optional;
import java.util.OptionalLong;

/** Whether a message can go to a server that offers what it offers. Pure. */
final class Fitness {
  private Fitness() {}

  /** What is in the way, said before a byte of the message is sent. */
  static Optional<Problem> fault(Letter letter, Capabilities offered) {
    return words(letter, offered).map(w -> Problem.of(Stage.SENDER, Problem.Kind.UNFIT, w));
  }

  private static Optional<String> words(Letter letter, Capabilities offered) {
    Measured measured = letter.measured();
    if (measured.nul()) {
      return Optional.of("the message has a NUL byte in it, which mail cannot carry");
    }
    if (measured.longestLine() > Measured.LONGEST) {
      return Optional.of(
          "the message has a line of "
              + measured.longestLine()
              + " bytes; mail has at most "
              + Measured.LONGEST);
    }
    OptionalLong most = offered.maxSize();
    if (most.isPresent() && measured.bytes() > most.getAsLong()) {
      return Optional.of(
          "the message is "
              + Sizes.readable(measured.bytes())
              + " as it is sent, and the server takes at most "
              + Sizes.readable(most.getAsLong()));
    }
    if (letter.international() && !offered.offers(Extension.SMTPUTF8)) {
      return Optional.of(
          "an address or a field of the header is not in ASCII, and the server does not offer"
              + " SMTPUTF8");
    }
    if (letter.content().eightBit() && !offered.offers(Extension.EIGHT_BIT_MIME)) {
      return Optional.of(
          "the message has bytes above 127, and the server does not offer 8BITMIME;"
              + " code it as quoted-printable or base64");
    }
    return Optional.empty();
  }
}
