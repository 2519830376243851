package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A login as it is kept: all that is needed to get the next token.
 *
 * @param tenant the organisation, if it was said
 * @param refresh what new tokens are asked for with
 * @param access the last token
 * @param until when that one ends
 */
record StoredLogin(
    String provider,
    Optional<String> tenant,
    OAuthClient client,
    Secret refresh,
    Secret access,
    Instant until) {

  static StoredLogin parse(String text) throws IOException {
    Json json = Json.parse(text);
    return new StoredLogin(
        OAuthProvider.name(json.get("provider").text()),
        optional(json, "tenant"),
        new OAuthClient(
            json.get("client_id").text(), optional(json, "client_secret").map(Secret::of)),
        Secret.of(json.get("refresh_token").text()),
        Secret.of(json.get("access_token").text()),
        instant(json.get("access_token_until").text()));
  }

  private static Optional<String> optional(Json json, String name) throws Malformed {
    Optional<Json> member = json.find(name);
    return member.isPresent() ? Optional.of(member.get().text()) : Optional.empty();
  }

  private static Instant instant(String text) throws Malformed {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException _) {
      throw new Malformed("time", text, 0, "expected one such as 2026-11-20T17:00:00Z");
    }
  }

  /** For the file, and only for it: the secrets are in it. */
  String print() {
    Json.Obj json = Json.object().put("provider", provider);
    if (tenant.isPresent()) json = json.put("tenant", tenant.get());
    json = json.put("client_id", client.id());
    if (client.secret().isPresent()) {
      json = json.put("client_secret", client.secret().get().reveal());
    }
    return json.put("refresh_token", refresh.reveal())
        .put("access_token", access.reveal())
        .put("access_token_until", until.toString())
        .pretty();
  }

  /** After new tokens came; a server that rotates sends a new refresh token (RFC 6749 §6). */
  StoredLogin with(TokenReply.Granted tokens, Instant now) {
    return new StoredLogin(
        provider,
        tenant,
        client,
        tokens.refresh().orElse(refresh),
        tokens.access(),
        now.plus(tokens.lifetime()));
  }
}
