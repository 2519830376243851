package dev.tinwire.smtpclient;

import java.util.Optional;

/**
 * What a person needs besides the server's words.
 *
 * @param meaning one plain sentence
 * @param next what to do now
 */
record Advice(String meaning, String next) {
  /** For a problem, if we know any. */
  static Optional<Advice> of(Problem problem, Route route) {
    Optional<Advice> known = problem.reply().flatMap(ReplyAdvice::of);
    return known.isPresent() ? known : SituationAdvice.of(problem, route);
  }
}
