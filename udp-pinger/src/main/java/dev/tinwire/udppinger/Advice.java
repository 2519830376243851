package dev.tinwire.udppinger;

import java.util.Optional;

/** What to try where nothing came back at all. Pure. */
final class Advice {
  private Advice() {}

  /** A sentence, unless packets came back or hardly any was sent. */
  static Optional<String> of(String label, Counts counts) {
    if (counts.received + counts.late + counts.duplicates > 0) return Optional.empty();
    if (counts.corrupted > 0) {
      return Optional.of(
          label + " answers, but not what was asked: does it speak another --wire, or has no key?");
    }
    if (counts.unreachable > 0) {
      return Optional.of(
          "no way leads to " + label + ": is its address right, is it on, and is --ttl enough?");
    }
    if (counts.refused > 0) {
      return Optional.of("nobody listens at " + label + ": is \"tinwire echo\" started there?");
    }
    if (counts.settled() == 0 || counts.unsent > 0) return Optional.empty();
    return Optional.of(
        "nothing came from "
            + label
            + ": is a server started there, of the same --wire and key, and does a firewall let UDP"
            + " through?");
  }
}
