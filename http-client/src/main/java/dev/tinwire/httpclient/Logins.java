package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Credentials;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Netrc;
import dev.tinwire.wire.secret.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which credentials belong to a URL: those in the URL itself, then those given for the origin the
 * run began with, then those of the {@code .netrc}. Nothing given for one origin serves another.
 *
 * @param given by option, for {@code home} alone
 * @param home the origin of the URL the user named
 * @param netrc serves every host it names: each host its own
 */
record Logins(Optional<Credentials> given, Origin home, NetrcLookup netrc) {
  /** The entry for a host, as {@link dev.tinwire.wire.secret.SecretReader#find} finds it. */
  @FunctionalInterface
  interface NetrcLookup {
    NetrcLookup NONE = _ -> Optional.empty();

    Optional<Netrc.Entry> find(String host) throws WireException;
  }

  /** What to prove at this URL, if anything. */
  Optional<Credentials> of(Url url) throws WireException {
    if (url.hasCredentials()) return Optional.of(inUrl(url));
    if (given.isPresent() && url.origin().isSameAs(home)) return given;
    return netrc.find(Cookie.hostOf(url)).flatMap(Logins::login);
  }

  private static Optional<Credentials> login(Netrc.Entry entry) {
    if (entry.login().isEmpty() || entry.password().isEmpty()) return Optional.empty();
    return Optional.of(new Basic(entry.login().get(), entry.password().get()));
  }

  private static Credentials inUrl(Url url) throws Malformed {
    try {
      return new Basic(decoded(url.username()), Secret.of(decoded(url.password())));
    } catch (IllegalArgumentException e) {
      throw new Malformed("URL", url.toString(), 0, "has a user name that cannot be sent");
    }
  }

  private static String decoded(String percent) {
    return new String(PercentSet.decode(percent), StandardCharsets.UTF_8);
  }
}
