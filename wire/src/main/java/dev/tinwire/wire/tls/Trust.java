package dev.tinwire.wire.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Whom a client believes. Only {@link Insecure} goes without the host name, the dates, and keys and
 * signatures nobody can forge.
 */
public sealed interface Trust {
  /** The authorities the JDK comes with, or those of {@code javax.net.ssl.trustStore}. */
  record Platform() implements Trust {}

  /** The certificates in PEM files and nobody else: {@code --cacert}. */
  record Authorities(List<Path> files) implements Trust {
    public Authorities {
      files = List.copyOf(files);
    }
  }

  /** One of these keys, whoever vouches for it or not: {@code --pin}. */
  record Pinned(Set<SpkiPin> pins) implements Trust {
    public Pinned {
      pins = Set.copyOf(pins);
    }
  }

  /** Anybody: {@code --insecure}. Encrypted against those who listen, open to those who meddle. */
  record Insecure() implements Trust {}
}
