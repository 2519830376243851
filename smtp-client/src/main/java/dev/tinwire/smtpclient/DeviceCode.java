package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.time.Duration;
import java.util.Optional;

/**
 * What a device tells its user to do (RFC 8628 §3.2).
 *
 * @param code what it asks with; a secret
 * @param userCode what the user types
 * @param page where
 */
record DeviceCode(String code, String userCode, String page, Duration lifetime, Duration interval) {
  private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
  private static final Duration LONGEST_INTERVAL = Duration.ofMinutes(1);
  private static final Duration LONGEST_LIFE = Duration.ofHours(1);

  static DeviceCode parse(TokenEndpoint.Answer answer) throws WireException {
    Json json = TokenReply.json(answer);
    try {
      if (json.find("error").isPresent() || answer.status() != 200) {
        throw new WireException("the identity server gave no code: " + words(json, answer));
      }
      String page = json.get("verification_uri").text();
      OAuthAddress.parse(page); // people will be sent there
      Optional<Json> interval = json.find("interval");
      return new DeviceCode(
          json.get("device_code").text(),
          json.get("user_code").text(),
          page,
          atMost(LONGEST_LIFE, seconds(json.get("expires_in"))),
          atMost(
              LONGEST_INTERVAL, interval.isPresent() ? seconds(interval.get()) : USUAL_INTERVAL));
    } catch (Malformed e) {
      throw new WireException("the identity server's answer is not what RFC 8628 asks for");
    }
  }

  private static Duration seconds(Json json) throws Malformed {
    String text = json instanceof Json.Str(String value) ? value : json.number().literal();
    if (!text.matches("[0-9]{1,9}")) throw new Malformed("JSON", text, 0, "expected seconds");
    return Duration.ofSeconds(Integer.parseInt(text));
  }

  private static Duration atMost(Duration most, Duration time) {
    return time.compareTo(most) < 0 ? time : most;
  }

  private static String words(Json json, TokenEndpoint.Answer answer) throws Malformed {
    Optional<Json> error = json.find("error");
    if (error.isEmpty()) return "HTTP " + answer.status();
    Optional<Json> more = json.find("error_description");
    return new TokenReply.Failed(error.get().text(), more.isPresent() ? more.get().text() : "")
        .words();
  }

  /** For the user's eyes; never the code the device asks with. */
  @Override
  public String toString() {
    return "open " + Visible.of(page) + " and enter the code " + Visible.of(userCode);
  }
}
