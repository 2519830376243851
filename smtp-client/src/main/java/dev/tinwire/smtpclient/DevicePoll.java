package dev.tinwire.smtpclient;

import java.time.Duration;

/** What a device does after it has asked whether its user has agreed (RFC 8628 §3.5). Pure. */
sealed interface DevicePoll {
  /** How much slower a device goes that was told to slow down. */
  Duration SLOWER = Duration.ofSeconds(5);

  /** It has the tokens. */
  record Done(TokenReply.Granted tokens) implements DevicePoll {}

  /** It asks again after that time. */
  record Again(Duration interval) implements DevicePoll {}

  /** It gives up. */
  record Stop(String why) implements DevicePoll {}

  static DevicePoll after(TokenReply reply, Duration interval) {
    return switch (reply) {
      case TokenReply.Granted granted -> new Done(granted);
      case TokenReply.Failed failed -> afterNo(failed, interval);
    };
  }

  private static DevicePoll afterNo(TokenReply.Failed failed, Duration interval) {
    return switch (failed.error()) {
      case "authorization_pending" -> new Again(interval);
      case "slow_down" -> new Again(interval.plus(SLOWER));
      // The second is Microsoft's word for it.
      case "access_denied", "authorization_declined" -> new Stop("the login was declined");
      case "expired_token" -> new Stop("the code has expired; begin again for a new one");
      default -> new Stop("the identity server refused: " + failed.words());
    };
  }
}
