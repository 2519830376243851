package dev.tinwire.httpclient;

import dev.tinwire.http.Leniency;
import java.util.Set;

/** What this client forgives in an answer: what {@link Leniency#CLIENT} does, but for one thing. */
final class Leniencies {
  /**
   * An answer with both lengths is an error here: two readers of it can disagree about where it
   * ends, and nobody whom we want to talk to sends one.
   */
  static final Set<Leniency> ACCEPTED =
      Set.copyOf(
          Leniency.CLIENT.stream().filter(l -> l != Leniency.LENGTH_BESIDE_CHUNKED).toList());

  private Leniencies() {}
}
