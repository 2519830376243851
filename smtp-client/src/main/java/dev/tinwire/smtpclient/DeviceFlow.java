package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialFailed;
import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The login for a machine without a browser (RFC 8628): it shows a code, which its user types on
 * any other, and asks every few seconds whether that has happened.
 */
record DeviceFlow(OAuthProvider provider, OAuthClient client, TokenEndpoint endpoint, Pace pace) {
  private static final Duration SLOWEST = Duration.ofMinutes(1);
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:device_code";

  /**
   * Logs in.
   *
   * @param tell takes what the user is to do
   */
  TokenReply.Granted run(Deadline deadline, Consumer<String> tell)
      throws IOException, InterruptedException {
    String url =
        provider
            .device()
            .orElseThrow(() -> new WireException(provider.name() + " knows no device codes"));
    var code =
        DeviceCode.parse(endpoint.post(url, client.form("scope", provider.scope()), deadline));
    tell.accept(code.toString());
    return poll(code, deadline.orSooner(code.lifetime()));
  }

  private TokenReply.Granted poll(DeviceCode code, Deadline deadline)
      throws IOException, InterruptedException {
    Duration interval = code.interval();
    while (true) {
      pace.sleep().sleep(interval);
      if (deadline.passed()) throw new WireException("nobody entered the code in time");
      switch (ask(code, interval, deadline)) {
        case DevicePoll.Done(TokenReply.Granted tokens) -> {
          return tokens;
        }
        case DevicePoll.Again(Duration next) -> interval = next;
        case DevicePoll.Stop(String why) -> throw new WireException(why);
      }
    }
  }

  private DevicePoll ask(DeviceCode code, Duration interval, Deadline deadline)
      throws IOException, InterruptedException {
    var slower = new DevicePoll.Again(atMost(SLOWEST, interval.multipliedBy(2)));
    TokenEndpoint.Answer answer;
    try {
      answer =
          endpoint.post(
              provider.token(),
              client.form("grant_type", GRANT, "device_code", code.code()),
              deadline);
    } catch (IOException e) {
      // A moment without network is no "no": RFC 8628 §3.5 asks to go on, more slowly.
      if (!passing(e)) throw e;
      return slower;
    }
    if (answer.status() >= 500) return slower;
    return DevicePoll.after(TokenReply.parse(answer), interval);
  }

  /** Whether the next question may fare better. */
  private static boolean passing(IOException failure) {
    return switch (failure) {
      case DialFailed _, TimedOut _, EndOfStream _ -> true;
      case WireException _ -> false;
      default -> true;
    };
  }

  private static Duration atMost(Duration most, Duration time) {
    return time.compareTo(most) < 0 ? time : most;
  }
}
