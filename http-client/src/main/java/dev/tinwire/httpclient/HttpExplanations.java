package dev.tinwire.httpclient;

import dev.tinwire.wire.terminal.Explanations;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a line of HTTP does, in a few words, with the section that says so. */
final class HttpExplanations {
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("host", "which site at this address is meant (RFC 9110 §7.2)"),
          Map.entry("user-agent", "who asks (RFC 9110 §10.1.5)"),
          Map.entry("accept", "what kinds of answer are welcome (RFC 9110 §12.5.1)"),
          Map.entry("accept-encoding", "how it may be compressed (RFC 9110 §12.5.3)"),
          Map.entry("accept-ranges", "parts can be asked for (RFC 9110 §14.3)"),
          Map.entry("age", "seconds since a cache got it (RFC 9111 §5.1)"),
          Map.entry("allow", "methods that are possible here (RFC 9110 §10.2.1)"),
          Map.entry("authorization", "proves who asks (RFC 9110 §11.6.2)"),
          Map.entry("cache-control", "how long it may be kept, and by whom (RFC 9111 §5.2)"),
          Map.entry("connection", "whether the connection stays (RFC 9112 §9.6)"),
          Map.entry("content-disposition", "keep it, under this name (RFC 6266)"),
          Map.entry("content-encoding", "how it is compressed (RFC 9110 §8.4)"),
          Map.entry("content-length", "so many bytes follow the head (RFC 9112 §6.2)"),
          Map.entry("content-range", "which part this is (RFC 9110 §14.4)"),
          Map.entry("content-type", "what the body is (RFC 9110 §8.3)"),
          Map.entry("cookie", "what this site asked us to remember (RFC 6265 §4.2)"),
          Map.entry("date", "when it was made (RFC 9110 §6.6.1)"),
          Map.entry("depth", "whether a folder goes with all in it (RFC 4918 §10.2)"),
          Map.entry("destination", "where it goes (RFC 4918 §10.3)"),
          Map.entry("etag", "names this version of it (RFC 9110 §8.8.3)"),
          Map.entry("expect", "waits for a yes before the body (RFC 9110 §10.1.1)"),
          Map.entry("expires", "when it goes stale (RFC 9111 §5.3)"),
          Map.entry("if-modified-since", "only if it changed since (RFC 9110 §13.1.3)"),
          Map.entry("if-none-match", "only if it is another version (RFC 9110 §13.1.2)"),
          Map.entry("if-range", "the part if unchanged, else all (RFC 9110 §13.1.5)"),
          Map.entry("keep-alive", "how long it is kept open (RFC 2068 §19.7.1)"),
          Map.entry("last-modified", "when it last changed (RFC 9110 §8.8.2)"),
          Map.entry("location", "where to go instead (RFC 9110 §10.2.2)"),
          Map.entry("overwrite", "whether it may replace (RFC 4918 §10.6)"),
          Map.entry("proxy-authorization", "proves to the proxy who asks (RFC 9110 §11.7.2)"),
          Map.entry("range", "asks for a part (RFC 9110 §14.2)"),
          Map.entry("referrer-policy", "what to tell others of this address (Referrer Policy)"),
          Map.entry("retry-after", "when to try again (RFC 9110 §10.2.3)"),
          Map.entry("server", "which program answers (RFC 9110 §10.2.4)"),
          Map.entry("set-cookie", "asks to be told this next time (RFC 6265 §4.1)"),
          Map.entry("strict-transport-security", "TLS only from now on (RFC 6797 §6.1)"),
          Map.entry("transfer-encoding", "the body comes in chunks (RFC 9112 §7.1)"),
          Map.entry("vary", "what else the answer depends on (RFC 9110 §12.5.5)"),
          Map.entry("via", "proxies on the way (RFC 9110 §7.6.3)"),
          Map.entry("www-authenticate", "asks who you are (RFC 9110 §11.6.1)"));

  private static final Map<String, String> METHODS =
      Map.of(
          "GET", "asks for what is there (RFC 9110 §9.3.1)",
          "HEAD", "asks for the head only (RFC 9110 §9.3.2)",
          "POST", "hands something over to be processed (RFC 9110 §9.3.3)",
          "PUT", "puts this in its place (RFC 9110 §9.3.4)",
          "DELETE", "takes it away (RFC 9110 §9.3.5)",
          "OPTIONS", "asks what is possible (RFC 9110 §9.3.7)",
          "MKCOL", "makes a folder (RFC 4918 §9.3)",
          "MOVE", "moves it (RFC 4918 §9.9)");

  private HttpExplanations() {}

  static Optional<String> of(Explanations.Direction direction, String line) {
    if (line.isEmpty()) return Optional.of("the head ends here (RFC 9112 §2.1)");
    int colon = line.indexOf(':');
    int blank = line.indexOf(' ');
    boolean field = colon > 0 && (blank < 0 || colon < blank);
    if (field) {
      return Optional.ofNullable(FIELDS.get(line.substring(0, colon).toLowerCase(Locale.ROOT)));
    }
    return switch (direction) {
      case SENT -> Optional.ofNullable(METHODS.get(line.substring(0, Math.max(0, blank))));
      case RECEIVED -> blank < 0 ? Optional.empty() : status(line.substring(blank + 1));
    };
  }

  private static Optional<String> status(String rest) {
    if (rest.isEmpty()) return Optional.empty();
    return switch (rest.charAt(0)) {
      case '1' -> Optional.of("not the answer yet (RFC 9110 §15.2)");
      case '2' -> Optional.of("it worked (RFC 9110 §15.3)");
      case '3' -> Optional.of("go on elsewhere, or use what you have (RFC 9110 §15.4)");
      case '4' -> Optional.of("the request is at fault (RFC 9110 §15.5)");
      case '5' -> Optional.of("the server is at fault (RFC 9110 §15.6)");
      default -> Optional.empty();
    };
  }
}
