package dev.tinwire.cli;

import dev.tinwire.heartbeat.HttpCaller;
import dev.tinwire.heartbeat.MonitorServices;
import dev.tinwire.http.Method;
import dev.tinwire.httpclient.ClientLimits;
import dev.tinwire.httpclient.ClientOptions;
import dev.tinwire.httpclient.HttpClient;
import dev.tinwire.httpclient.Payload;
import dev.tinwire.httpclient.Request;
import dev.tinwire.httpclient.Url;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the monitor needs of the other tools, filled in by them. */
final class MonitorHelpers {
  private MonitorHelpers() {}

  /** Loads nothing of the other tools before it is called. */
  static MonitorServices services() {
    return new MonitorServices(MonitorHelpers::call, new MonitorMail(), new StatusPages());
  }

  /** A connection of its own: calls are a minute apart, longer than servers keep them. */
  private static int call(HttpCaller.Call call) throws IOException, InterruptedException {
    var limits = ClientLimits.DEFAULT.withTotal(call.within()).withRedirects(3);
    byte[] body = call.body().getBytes(StandardCharsets.UTF_8);
    boolean empty = call.mediaType().isEmpty();
    var request =
        Request.of(new Method(call.method()), Url.parse(call.url().toString()))
            .withPayload(empty ? Payload.NONE : Payload.of(body, call.mediaType()));
    try (var client = HttpClient.create(ClientOptions.DEFAULT.withLimits(limits));
        var response = client.send(request)) {
      return response.status().code();
    }
  }
}
