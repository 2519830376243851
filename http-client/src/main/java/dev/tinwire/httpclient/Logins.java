package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Secret;
import java.util.Optional;

/**
 * Who we are where: public because callers of the library say it. A login is for one origin and is
 * never sent to another.
 */
public interface Logins {
  /** Only what URLs themselves say. */
  Logins NONE =
      new Logins() {
        @Override
        public Optional<Basic> of(Url url) {
          return Optional.empty();
        }
      };

  Optional<Basic> of(Url url) throws WireException;

  /** Whether something secret goes along to this URL. */
  default boolean knows(Url url) throws WireException {
    return url.hasCredentials() || of(url).isPresent();
  }

  /** What the URL itself says, or what is known of its origin. */
  default Optional<Basic> forUrl(Url url) throws WireException {
    Optional<Basic> login = inUrl(url);
    return login.isPresent() ? login : of(url);
  }

  private static Optional<Basic> inUrl(Url url) throws WireException {
    if (!url.hasCredentials()) return Optional.empty();
    return Optional.of(
        Basic.of(
            PercentEncoding.decodeUtf8("user name", url.username()),
            Secret.of(PercentEncoding.decodeUtf8("password", url.password()))));
  }

  /** One login for one origin: that of the first URL the user wrote. */
  static Logins at(Origin origin, Basic login) {
    return url -> url.origin().isSameAs(origin) ? Optional.of(login) : Optional.empty();
  }
}
