package dev.tinwire.smtpclient;

import dev.tinwire.wire.WireException;

/**
 * Carries a {@link Problem} out of the straight line of a dialogue; where the dialogue ends it
 * becomes a value again.
 */
final class Stopped extends WireException {
  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  Stopped(Problem problem) {
    super(problem.words());
    this.problem = problem;
  }

  Problem problem() {
    return problem;
  }
}
