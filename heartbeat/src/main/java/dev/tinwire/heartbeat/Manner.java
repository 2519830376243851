package dev.tinwire.heartbeat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How alarms because of a sender are treated, as far as it is said: for itself, for its group, or
 * for all.
 *
 * @param dependsOn senders without which it cannot be heard; while one of them is down, that it is
 *     down too is no news
 * @param remind how often to say again that it is still down; zero for never
 * @param mail whom to write to
 * @param muted whether nobody is ever called because of it
 */
record Manner(
    List<String> dependsOn,
    Optional<Duration> remind,
    List<String> mail,
    Optional<Severity> severity,
    boolean muted) {
  static final Manner NONE =
      new Manner(List.of(), Optional.empty(), List.of(), Optional.empty(), false);

  /** How bad it is; the words are those that Alertmanager's examples use. */
  enum Severity {
    INFO,
    WARNING,
    CRITICAL
  }

  Manner {
    dependsOn = List.copyOf(dependsOn);
    mail = List.copyOf(mail);
  }

  /** This, and where it says nothing, what the wider one says. */
  Manner over(Manner wider) {
    return new Manner(
        dependsOn.isEmpty() ? wider.dependsOn : dependsOn,
        remind.or(() -> wider.remind),
        mail.isEmpty() ? wider.mail : mail,
        severity.or(() -> wider.severity),
        muted || wider.muted);
  }
}
