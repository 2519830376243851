package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;

/**
 * What the monitor needs of others: a web client, a mail client, a web server. The executable fills
 * them in, for tools do not know each other.
 */
public record MonitorServices(HttpCaller http, Mailer mail, StatusServer web) {
  /** None of them; whoever asks for one is told so. */
  public static final MonitorServices NONE =
      new MonitorServices(
          _ -> {
            throw absent("HTTP");
          },
          _ -> {
            throw absent("mail");
          },
          (_, _) -> {
            throw absent("a web page");
          });

  private static WireException absent(String what) {
    return new WireException(
        "this program was built without " + what + "; start it as tinwire monitor");
  }
}
