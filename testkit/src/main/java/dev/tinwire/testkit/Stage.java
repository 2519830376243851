package dev.tinwire.testkit;

import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * Where and how a script is played. Test scope; public because every module's tests choose it.
 *
 * @param address the loopback address a server listens at
 * @param tls for {@code TLS} steps; {@link TestIdentity#localhost()} where empty
 * @param patience how long one step may take before it counts as failed
 */
public record Stage(InetAddress address, Optional<SSLContext> tls, Duration patience) {
  /** 127.0.0.1, and a patience that only a broken test uses up. */
  public static Stage loopback() {
    return new Stage(Loopback.V4, Optional.empty(), Duration.ofSeconds(10));
  }

  public Stage at(InetAddress other) {
    return new Stage(other, tls, patience);
  }

  public Stage withTls(SSLContext context) {
    return new Stage(address, Optional.of(context), patience);
  }

  public Stage withPatience(Duration other) {
    return new Stage(address, tls, other);
  }

  SSLContext tlsFor(Side side) {
    return tls.orElseGet(() ->
        switch (side) {
          case SERVER -> TestIdentity.localhost().server();
          case CLIENT -> TestIdentity.localhost().trusting();
        });
  }
}
