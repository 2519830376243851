package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;

/** A request of which only its status is of interest. */
record Webhook(HttpCaller http, Duration within) {
  /** Those that say "not now" rather than "no" (RFC 9110 §15.5.9, RFC 8470, RFC 6585 §4). */
  private static final Set<Integer> LATER = Set.of(408, 425, 429);

  void post(URI url, String json) throws IOException, InterruptedException {
    send("POST", url, "application/json", json);
  }

  void send(String method, URI url, String mediaType, String body)
      throws IOException, InterruptedException {
    int status = http.call(new HttpCaller.Call(method, url, mediaType, body, within));
    if (status >= 200 && status < 300) return;
    String said = url.getHost() + " answered " + status;
    if (status < 500 && !LATER.contains(status)) throw new FinalRefusal(said);
    throw new WireException(said);
  }
}
