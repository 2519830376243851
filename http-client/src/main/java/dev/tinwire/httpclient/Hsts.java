package dev.tinwire.httpclient;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts that said they are to be asked over TLS alone (RFC 6797), for as long as this run lasts.
 * Several threads may use it.
 */
public final class Hsts {
  private static final int MOST = 1000;
  private static final Duration LONGEST = Duration.ofDays(400);

  private record Policy(Instant end, boolean below) {}

  private final Map<String, Policy> policies = new LinkedHashMap<>();
  private final InstantSource clock;

  public Hsts(InstantSource clock) {
    this.clock = clock;
  }

  /** Hears what an answer says; only TLS may say it, and only a name (§8.1). */
  public synchronized void heard(Url from, Optional<String> field) {
    if (!from.isSecure() || field.isEmpty()) return;
    if (!(from.host().orElse(null) instanceof UrlHost.Domain(String name))) return;
    Optional<Policy> said = parse(field.get());
    if (said.isEmpty()) return;
    policies.remove(name);
    if (said.get().end().isAfter(clock.instant())) policies.put(name, said.get());
    if (policies.size() > MOST) policies.remove(policies.keySet().iterator().next());
  }

  /** The URL to ask instead: over TLS where its host, or one above it that said so, wants it. */
  public synchronized Url asked(Url url) {
    if (!url.scheme().equals("http")) return url;
    if (!(url.host().orElse(null) instanceof UrlHost.Domain(String name))) return url;
    String above = name;
    boolean itself = true;
    while (true) {
      Policy policy = policies.get(above);
      if (policy != null && policy.end().isAfter(clock.instant()) && (itself || policy.below())) {
        return url.upgraded();
      }
      int dot = above.indexOf('.');
      if (dot < 0) return url;
      above = above.substring(dot + 1);
      itself = false;
    }
  }

  /** §6.1: directives with semicolons between; the field is void without a max-age or with two. */
  private Optional<Policy> parse(String field) {
    Optional<Duration> age = Optional.empty();
    boolean below = false;
    for (String directive : field.split(";", -1)) {
      String[] parts = directive.strip().split("=", 2);
      String name = parts[0].strip();
      if (name.equalsIgnoreCase("includeSubDomains")) below = true;
      if (!name.equalsIgnoreCase("max-age")) continue;
      Optional<Duration> read = parts.length == 2 ? seconds(parts[1].strip()) : Optional.empty();
      if (age.isPresent() || read.isEmpty()) return Optional.empty();
      age = read;
    }
    boolean subdomains = below;
    return age.map(a -> new Policy(clock.instant().plus(a), subdomains));
  }

  private static Optional<Duration> seconds(String text) {
    String digits = text.matches("\".*\"") ? text.substring(1, text.length() - 1) : text;
    if (!digits.matches("[0-9]+")) return Optional.empty();
    if (digits.length() > 9) return Optional.of(LONGEST);
    Duration wanted = Duration.ofSeconds(Long.parseLong(digits));
    return Optional.of(wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted);
  }
}
