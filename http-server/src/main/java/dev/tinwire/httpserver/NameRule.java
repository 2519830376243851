package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Parsed;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Under which names a server answers; empty if under all. Where only this computer can connect
 * browsers are asked unless the user has said otherwise, for there a stranger's page can come by a
 * name alone. Under TLS it could not come at all: the certificate has no such name. Where the user
 * has named names, everybody is asked.
 */
record NameRule(Optional<Set<String>> given) {
  static NameRule of(Parsed parsed, WhereToListen where, boolean secure) {
    return decide(parsed.all(ServeOptions.HOST_NAME), where.open(), secure);
  }

  static NameRule decide(List<String> names, boolean open, boolean secure) {
    boolean asks = names.isEmpty() ? !open && !secure : !names.contains(KnownNames.ANY);
    return new NameRule(asks ? Optional.of(Set.copyOf(names)) : Optional.empty());
  }

  Handler before(Handler inner) {
    if (given.isEmpty()) return inner;
    return new KnownNames(inner, given.get(), !given.get().isEmpty(), NameRule::isOurs);
  }

  /**
   * By the name that the system has for this computer, in the DNS or by multicast (RFC 6762 §3).
   */
  private static boolean isOurs(String host) {
    return !Own.NAME.isEmpty() && (host.equals(Own.NAME) || host.equals(Own.NAME + ".local"));
  }

  /** Looked up when it is first asked for: that may take a while. */
  private static final class Own {
    static final String NAME = name();

    private static String name() {
      try {
        return InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT);
      } catch (UnknownHostException _) {
        return ""; // it has none that anybody could look up
      }
    }
  }
}
