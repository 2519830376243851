package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.Secret;
import java.time.Duration;
import java.util.Optional;

/** What an identity server says when it is asked for tokens (RFC 6749 §5). */
sealed interface TokenReply {
  /** What is assumed of a token that does not say how long it lives; §5.1 only recommends it. */
  Duration UNSAID = Duration.ofMinutes(5);

  /**
   * Here they are (§5.1).
   *
   * @param refresh absent where the one that was used stays good
   */
  record Granted(Secret access, Optional<Secret> refresh, Duration lifetime)
      implements TokenReply {}

  /**
   * No (§5.2).
   *
   * @param error a word of the protocol, such as {@code invalid_grant}
   * @param description for people; empty if there is none
   */
  record Failed(String error, String description) implements TokenReply {
    /** What the server said, for a terminal. */
    String words() {
      return Visible.cut(description.isEmpty() ? error : error + ": " + description, 300);
    }
  }

  static TokenReply parse(TokenEndpoint.Answer answer) throws WireException {
    Json json = json(answer);
    try {
      Optional<Json> error = json.find("error");
      if (error.isPresent()) return new Failed(error.get().text(), text(json, "error_description"));
      if (answer.status() != 200 || json.find("access_token").isEmpty()) throw nothing(answer);
      return granted(json);
    } catch (Malformed e) {
      // Its message would show the text, and with it the tokens.
      throw new WireException("the identity server's answer is not what RFC 6749 asks for");
    }
  }

  /** The object in the body; shown to nobody, since tokens may be in it. */
  static Json json(TokenEndpoint.Answer answer) throws WireException {
    try {
      Json json = Json.parse(answer.body());
      if (json instanceof Json.Obj) return json;
    } catch (Malformed | TooLong _) {
      // Said below, without the text.
    }
    throw new WireException(
        "the identity server answered HTTP %d and something that is no JSON object"
            .formatted(answer.status()));
  }

  private static Granted granted(Json json) throws Malformed, WireException {
    String type = text(json, "token_type");
    if (!type.isEmpty() && !type.equalsIgnoreCase("Bearer")) {
      throw new WireException("the token is of type " + Visible.cut(type, 40) + ", not Bearer");
    }
    Optional<Json> refresh = json.find("refresh_token");
    Optional<Json> seconds = json.find("expires_in");
    return new Granted(
        token(json.get("access_token")),
        refresh.isPresent() ? Optional.of(token(refresh.get())) : Optional.empty(),
        seconds.isPresent() ? seconds(seconds.get()) : UNSAID);
  }

  /** RFC 6749 appendix A.12: printable US-ASCII; a control would end the field of XOAUTH2. */
  private static Secret token(Json json) throws Malformed, WireException {
    String text = json.text();
    if (text.isEmpty() || !text.chars().allMatch(c -> c >= ' ' && c < 0x7f)) {
      throw new WireException("the identity server sent a token with characters none may have");
    }
    return Secret.of(text);
  }

  /** A number of seconds, which some servers put in quotes. */
  private static Duration seconds(Json json) throws Malformed {
    String text = json instanceof Json.Str(String value) ? value : json.number().literal();
    if (!text.matches("[0-9]{1,9}")) throw new Malformed("JSON", text, 0, "expected seconds");
    return Duration.ofSeconds(Integer.parseInt(text));
  }

  private static String text(Json json, String name) throws Malformed {
    Optional<Json> member = json.find(name);
    return member.isPresent() ? member.get().text() : "";
  }

  private static WireException nothing(TokenEndpoint.Answer answer) {
    return new WireException(
        "the identity server answered HTTP %d and no token".formatted(answer.status()));
  }
}
