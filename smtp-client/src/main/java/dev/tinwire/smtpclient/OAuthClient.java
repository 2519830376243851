package dev.tinwire.smtpclient;

import dev.tinwire.wire.secret.Secret;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The application somebody registered with the provider (RFC 6749 §2.2).
 *
 * @param secret Google gives one to desktop applications too, where it is no secret (RFC 8252 §8.5)
 */
record OAuthClient(String id, Optional<Secret> secret) {
  /** The beginning of a form that this client sends. */
  Map<String, String> form(String... namesAndValues) {
    var form = new LinkedHashMap<String, String>();
    form.put("client_id", id);
    secret.ifPresent(text -> form.put("client_secret", text.reveal()));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      form.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return form;
  }
}
