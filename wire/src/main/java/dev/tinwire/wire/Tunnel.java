package dev.tinwire.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The way through a proxy to one target; whatever goes wrong is said to have gone wrong there. */
record Tunnel(Proxy proxy, Endpoint target) {
  void open(Connection connection, Deadline deadline) throws DialFailed {
    String hop = "proxy " + proxy.endpoint();
    try {
      connection.<@Nullable Void>within(
          deadline, "asking " + hop + " for " + target, () -> ask(connection));
    } catch (TimedOut e) {
      throw new DialFailed(DialFailed.Kind.TIMED_OUT, String.valueOf(e.getMessage()), e);
    } catch (WireException e) {
      throw failed(hop, String.valueOf(e.getMessage()), e);
    } catch (IOException e) {
      throw failed(hop, Visible.of(String.valueOf(e.getMessage())), e);
    }
  }

  private DialFailed failed(String hop, String why, IOException e) {
    return new DialFailed(
        DialFailed.Kind.PROXY, hop + " gave no connection to " + target + ": " + why, e);
  }

  private @Nullable Void ask(Connection connection) throws IOException {
    switch (proxy.kind()) {
      case HTTP ->
          new ConnectProxy(connection.reader(), connection.writer()).open(target, proxy.login());
      case SOCKS5, SOCKS5H ->
          new Socks5(connection.reader(), connection.writer()).open(target, proxy.login());
    }
    return null;
  }
}
