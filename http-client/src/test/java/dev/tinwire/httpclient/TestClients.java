package dev.tinwire.httpclient;

import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Clients for tests: they trust the test identity, and no proxy of the environment is asked. */
final class TestClients {
  private TestClients() {}

  /** Impatient enough for a server that says nothing. */
  static final Duration STALL = Duration.ofMillis(300);

  static ClientOptions options() {
    try {
      Path pem = Files.createTempFile("tinwire-test", ".pem");
      pem.toFile().deleteOnExit();
      Files.writeString(pem, TestIdentity.localhost().certificatePem());
      return ClientOptions.DEFAULT.withTls(
          TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(pem))));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static HttpClient patient() {
    return HttpClient.create(options());
  }

  static HttpClient impatient() {
    return HttpClient.create(
        options().withLimits(ClientLimits.DEFAULT.withStall(Optional.of(STALL))));
  }
}
