package dev.tinwire.heartbeat;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Hands notices to all who are to be told: hooks at each change, webhooks and mail at alarms. */
final class Outlets implements AutoCloseable {
  private final Supplier<MonitorConfig> config;
  private final MonitorServices services;
  private final WatchLimits limits;
  private final Consumer<String> log;
  private final Hooks hooks;
  private final Webhook webhook;
  private final Map<String, Courier> couriers = new HashMap<>();

  Outlets(
      Supplier<MonitorConfig> config,
      MonitorServices services,
      WatchLimits limits,
      Consumer<String> log) {
    this.config = config;
    this.services = services;
    this.limits = limits;
    this.log = log;
    this.hooks = new Hooks(limits, log);
    this.webhook = new Webhook(services.http(), limits.callTime());
  }

  void tell(Notice notice) {
    var alerting = config.get().alerting();
    alerting.hooks().forEach(hook -> hooks.run(hook, notice));
    if (!notice.alarm()) return;
    String json = NoticeFacts.json(notice).print();
    for (URI url : alerting.webhooks()) {
      courier("webhook " + url.getHost(), url.toString()).bring(() -> webhook.post(url, json));
    }
    var to = notice.manner().mail();
    if (to.isEmpty()) return;
    String text = String.join("\n", notice.lines()) + "\n";
    var mail = new Mailer.Mail(alerting.mailWith(), to, "[tinwire] " + notice.title(), text);
    courier("mail", "mail").bring(() -> services.mail().send(mail));
  }

  private synchronized Courier courier(String name, String key) {
    return couriers.computeIfAbsent(key, _ -> new Courier(name, limits, log));
  }

  @Override
  public synchronized void close() {
    hooks.close();
    couriers.values().forEach(Courier::close);
  }
}
