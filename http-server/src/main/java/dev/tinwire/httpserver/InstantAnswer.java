package dev.tinwire.httpserver;

import java.io.IOException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An answer that was in memory, whole.
 *
 * @param validity whether it would still be the answer to the same request
 */
record InstantAnswer(Answer answer, Validity validity) {
  /** How long something in memory may be believed. */
  @FunctionalInterface
  interface Validity {
    /** Whether it may be now. */
    boolean holds();

    /**
     * Whether it may be for longer, though its time is over: all that it stands on has been looked
     * at meanwhile, and was the same.
     */
    default boolean renews() {
      return false;
    }
  }

  /** An answer, if it is one whose content is in memory; else that is closed. */
  static Optional<InstantAnswer> of(Answer answer, Validity validity) throws IOException {
    return switch (answer.content()) {
      case Content.None _, Content.Bytes _ -> Optional.of(new InstantAnswer(answer, validity));
      case Content.FilePart _, Content.Sequence _, Content.Written _ -> {
        answer.content().close();
        yield Optional.empty();
      }
    };
  }

  /** The same with something more said. */
  InstantAnswer map(UnaryOperator<Answer> change) {
    return new InstantAnswer(change.apply(answer), validity);
  }
}
