package dev.tinwire.http;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One element of a list of preferences (RFC 9110 §12.4.2).
 *
 * @param value a content coding, or {@code *}, in lower case
 */
public record Wanted(String value, Weight weight) {
  public Wanted {
    value = Tokens.demandLower("preference", value);
  }

  /** The offer of greatest weight, the first of equals, for the order of offers is our own wish. */
  static <T> Optional<T> most(List<T> offers, Function<T, Weight> weightOf) {
    Optional<T> best = Optional.empty();
    Weight greatest = Weight.NONE;
    for (T offer : offers) {
      Weight weight = weightOf.apply(offer);
      if (weight.compareTo(greatest) > 0) {
        best = Optional.of(offer);
        greatest = weight;
      }
    }
    return best;
  }

  @Override
  public String toString() {
    return value + weight.printed();
  }
}
