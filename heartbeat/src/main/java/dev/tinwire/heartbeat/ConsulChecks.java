package dev.tinwire.heartbeat;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Keeps a service with a TTL check for each sender at a local agent of Consul: passing, warning or
 * critical as it is up, late or down. If we fall silent, the agent calls them all critical.
 */
final class ConsulChecks {
  static final Duration TTL = Duration.ofSeconds(60);
  static final Duration EVERY = TTL.dividedBy(2);

  /** Each is a request a round. */
  private static final int MOST = 1000;

  private static final int UNKNOWN = 404;
  private static final int UNKNOWN_BEFORE_1_12 = 500;

  private final HttpCaller http;
  private final Duration within;
  private final Set<String> registered = new HashSet<>();

  ConsulChecks(HttpCaller http, Duration within) {
    this.http = http;
    this.within = within;
  }

  void round(URI agent, Scene scene, Function<String, Optional<String>> group)
      throws IOException, InterruptedException {
    var webhook = new Webhook(http, within);
    for (String gone : Set.copyOf(registered)) {
      if (scene.find(gone).isPresent()) continue;
      webhook.send("PUT", at(agent, "/v1/agent/service/deregister/" + name(gone)), "", "");
      registered.remove(gone);
    }
    for (SenderView sender : scene.view().senders().stream().limit(MOST).toList()) {
      if (registered.add(sender.id())) register(agent, sender.id(), group, webhook);
      if (update(agent, sender)) continue;
      // An agent that was started anew knows nothing of it.
      register(agent, sender.id(), group, webhook);
      update(agent, sender);
    }
  }

  private void register(
      URI agent, String id, Function<String, Optional<String>> group, Webhook webhook)
      throws IOException, InterruptedException {
    var tags = group.apply(id).<Json>map(Json.Str::new).map(Json::array).orElse(Json.array());
    var check =
        Json.object()
            .put("CheckID", name(id))
            .put("Name", "heartbeat of " + id)
            .put("TTL", TTL.toSeconds() + "s");
    var service =
        Json.object()
            .put("ID", name(id))
            .put("Name", id.replaceAll("[^A-Za-z0-9-]", "-")) // it becomes a DNS label
            .put("Tags", tags)
            .put("Check", check);
    webhook.send(
        "PUT", at(agent, "/v1/agent/service/register"), "application/json", service.print());
  }

  /** False if the agent does not know it. */
  private boolean update(URI agent, SenderView sender) throws IOException, InterruptedException {
    var body =
        Json.object()
            .put("Status", status(sender.state()))
            .put(
                "Output",
                AlertText.word(sender.state()) + " since " + Moments.print(sender.since()));
    URI url = at(agent, "/v1/agent/check/update/" + name(sender.id()));
    int status =
        http.call(new HttpCaller.Call("PUT", url, "application/json", body.print(), within));
    if (status == UNKNOWN || status == UNKNOWN_BEFORE_1_12) return false;
    if (status / 100 != 2) throw new FinalRefusal(agent.getHost() + " answered " + status);
    return true;
  }

  private static String status(SenderState state) {
    return switch (state) {
      case UP -> "passing";
      case LATE, BYE, NEW -> "warning";
      case DOWN -> "critical";
    };
  }

  /** An id has no sign that a path would not take as it is (RFC 3986 §3.3). */
  private static String name(String id) {
    return "tinwire-" + id;
  }

  static URI at(URI base, String path) {
    String text = base.toString();
    return URI.create((text.endsWith("/") ? text.substring(0, text.length() - 1) : text) + path);
  }
}
