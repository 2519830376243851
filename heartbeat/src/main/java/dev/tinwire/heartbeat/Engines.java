package dev.tinwire.heartbeat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The engines that take over where one machine is outgrown, each told in rounds of its own:
 * Alertmanager, Consul, and whoever watches the monitor itself.
 */
final class Engines implements AutoCloseable {
  private static final Duration PING = Duration.ofMinutes(1);

  private final Observatory observatory;
  private final Supplier<MonitorConfig> config;
  private final Webhook webhook;
  private final AlertmanagerAlerts alerts;
  private final ConsulChecks consul;
  private final Rounds alertRounds;
  private final Rounds consulRounds;
  private final Rounds pingRounds;

  Engines(
      Observatory observatory,
      Supplier<MonitorConfig> config,
      HttpCaller http,
      WatchLimits limits,
      Consumer<String> log) {
    this.observatory = observatory;
    this.config = config;
    this.webhook = new Webhook(http, limits.callTime());
    this.alerts = new AlertmanagerAlerts(observatory.history());
    this.consul = new ConsulChecks(http, limits.callTime());
    this.alertRounds = Rounds.start("alertmanager", AlertmanagerAlerts.EVERY, this::alert, log);
    this.consulRounds = Rounds.start("consul", ConsulChecks.EVERY, this::check, log);
    this.pingRounds = Rounds.start("ping-url", PING, this::ping, log);
  }

  /** Something changed that they should hear of before the next round. */
  void soon() {
    alertRounds.soon();
    consulRounds.soon();
  }

  private void alert() throws IOException, InterruptedException {
    Optional<URI> manager = config.get().alerting().alertmanager();
    if (manager.isEmpty()) return;
    List<String> bodies =
        alerts.round(observatory.sceneFromNow(), observatory::down, observatory::hold);
    for (String body : bodies) {
      webhook.post(ConsulChecks.at(manager.get(), "/api/v2/alerts"), body);
    }
  }

  private void check() throws IOException, InterruptedException {
    Optional<URI> agent = config.get().alerting().consul();
    if (agent.isPresent())
      consul.round(agent.get(), observatory.sceneFromNow(), config.get()::group);
  }

  /** One that is blind is not well: whoever watches us shall find out. */
  private void ping() throws IOException, InterruptedException {
    Optional<URI> url = config.get().alerting().ping();
    if (url.isEmpty() || observatory.scene().view().blind()) return;
    webhook.send("GET", url.get(), "", "");
  }

  @Override
  public void close() {
    alertRounds.close();
    consulRounds.close();
    pingRounds.close();
  }
}
