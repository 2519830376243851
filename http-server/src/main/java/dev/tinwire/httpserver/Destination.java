package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.HostField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where something is to be moved to (RFC 4918 §10.3): a path, or the URL of one on this server.
 *
 * <pre>
 * Destination: /folder/new%20name
 * Destination: http://localhost:8080/folder/new%20name
 * </pre>
 */
final class Destination {
  private Destination() {}

  /** Empty if there is none, or it is none of ours. */
  static Optional<SitePath> of(Request request) throws BadMessage {
    List<String> all = request.fields().all("Destination");
    if (all.size() != 1) return Optional.empty();
    Optional<HostField> host = request.head().authority();
    return path(all.getFirst(), host.map(HostField::toString).orElse(""))
        .flatMap(SitePath::parse)
        .filter(path -> !path.isRoot());
  }

  /** The path as it is written; a query or a fragment has no place in it. */
  static Optional<String> path(String destination, String host) {
    if (destination.indexOf('?') >= 0 || destination.indexOf('#') >= 0) return Optional.empty();
    if (destination.startsWith("/")) return Optional.of(destination);
    int scheme = destination.indexOf("://");
    if (scheme < 0) return Optional.empty();
    boolean http =
        List.of("http", "https")
            .contains(destination.substring(0, scheme).toLowerCase(Locale.ROOT));
    int slash = destination.indexOf('/', scheme + 3);
    if (!http || slash < 0) return Optional.empty();
    boolean ours = destination.substring(scheme + 3, slash).equalsIgnoreCase(host);
    return ours ? Optional.of(destination.substring(slash)) : Optional.empty();
  }
}
