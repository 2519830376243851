package dev.tinwire.wire.command;

import java.util.Optional;

/**
 * What an option of another program is called here. Fingers that know curl write curl's names; who
 * writes one that we have not is told what we have instead.
 */
@FunctionalInterface
public interface Elsewhere {
  /**
   * No other program does what this one does. No lambda: it would be made in each start of whatever
   * has an implementation of its own, which takes 3 ms.
   */
  Elsewhere NOWHERE =
      new Elsewhere() {
        @Override
        public Optional<String> advice(String option) {
          return Optional.empty();
        }
      };

  /** What to write here for an option of that name; empty if nobody has one. */
  Optional<String> advice(String option);

  /** Of an option that may have its value behind it, {@code --name=value} or {@code -nvalue}. */
  default Optional<String> of(String word) {
    Optional<String> asItIs = advice(word);
    if (asItIs.isPresent() || word.length() < 3 || word.charAt(0) != '-') return asItIs;
    if (word.charAt(1) != '-') return advice(word.substring(0, 2));
    int equals = word.indexOf('=');
    return equals < 0 ? asItIs : advice(word.substring(0, equals));
  }
}
