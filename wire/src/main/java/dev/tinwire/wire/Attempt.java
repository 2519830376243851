package dev.tinwire.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/**
 * An address and what came of it; public because {@code --verbose} shows it.
 *
 * @param outcome in words: "connected", "refused", "no answer"
 */
public record Attempt(InetSocketAddress address, String outcome) {
  static final String CONNECTED = "connected";
  static final String NO_ANSWER = "no answer";
  static final String OVERTAKEN = "overtaken";

  static Attempt failed(InetSocketAddress address, IOException e) {
    return new Attempt(address, reason(e));
  }

  /** The socket classes say why only in the operating system's words. */
  private static String reason(IOException e) {
    if (e instanceof SocketTimeoutException) return NO_ANSWER;
    if (e instanceof ClosedByInterruptException) return OVERTAKEN;
    String said = String.valueOf(e.getMessage());
    String lower = said.toLowerCase(Locale.ROOT);
    if (lower.contains("refused")) return "refused";
    if (lower.contains("timed out")) return NO_ANSWER;
    if (lower.contains("network is unreachable")) return "network unreachable";
    if (e instanceof NoRouteToHostException) return "no route to host";
    if (lower.contains("not permitted") || lower.contains("permission denied")) {
      return "not permitted (a firewall?)";
    }
    if (lower.contains("cannot assign requested address")) {
      return "not reachable from the address to bind to";
    }
    return Visible.cut(said, 80);
  }

  /** "[::1]:81 refused". */
  @Override
  public String toString() {
    return Endpoint.of(address) + " " + outcome;
  }
}
