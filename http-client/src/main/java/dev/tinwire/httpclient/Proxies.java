package dev.tinwire.httpclient;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Proxy;
import dev.tinwire.wire.ProxyChoice;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who connects on our behalf to what; public because callers of the library choose. */
@FunctionalInterface
public interface Proxies {
  Proxies NONE = (_, _) -> Optional.empty();

  Optional<Proxy> of(String scheme, Endpoint target) throws Malformed;

  /** As an option and the environment say; each answer is remembered, so that routes are equal. */
  static Proxies chosen(Optional<String> option, Map<String, String> environment) {
    var known = new ConcurrentHashMap<String, Optional<Proxy>>();
    return (scheme, target) -> {
      String key = scheme + "://" + target;
      Optional<Proxy> found = known.get(key);
      if (found == null) {
        found = ProxyChoice.of(option, environment, scheme, target);
        known.put(key, found);
      }
      return found;
    };
  }
}
