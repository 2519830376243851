package dev.tinwire.heartbeat;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Whom to tell, and how.
 *
 * @param hooks programs to start at each change
 * @param webhooks where to POST each alarm as JSON
 * @param mailWith how mail is sent, in the words of {@code tinwire mail}
 * @param alertmanager where Prometheus's Alertmanager takes alerts
 * @param consul where the local agent of Consul is
 * @param ping what to GET each minute while we are well, for who watches the monitor
 * @param manner what holds for all senders that say nothing else
 */
record Alerting(
    List<HookCommand> hooks,
    List<URI> webhooks,
    List<String> mailWith,
    Optional<URI> alertmanager,
    Optional<URI> consul,
    Optional<URI> ping,
    Manner manner) {
  static final Alerting NONE =
      new Alerting(
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Manner.NONE);

  Alerting {
    hooks = List.copyOf(hooks);
    webhooks = List.copyOf(webhooks);
    mailWith = List.copyOf(mailWith);
  }

  /** What the command line says, and where it says nothing, what the file says. */
  Alerting over(Alerting file) {
    return new Alerting(
        hooks.isEmpty() ? file.hooks : hooks,
        webhooks.isEmpty() ? file.webhooks : webhooks,
        mailWith.isEmpty() ? file.mailWith : mailWith,
        alertmanager.or(() -> file.alertmanager),
        consul.or(() -> file.consul),
        ping.or(() -> file.ping),
        manner.over(file.manner));
  }
}
