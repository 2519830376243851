package dev.tinwire.smtpclient;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import java.io.IOException;
import java.util.Map;

/**
 * Somebody who can ask an identity server (RFC 6749 §3.2). Public because a program that has an
 * HTTP client of its own may put it here.
 */
@FunctionalInterface
public interface TokenEndpoint {
  /**
   * What came back, whatever the status.
   *
   * @param status the HTTP status code
   */
  record Answer(int status, String body) {
    /** Without the body, which may hold tokens. */
    @Override
    public String toString() {
      return "HTTP " + status;
    }
  }

  /** Makes one that goes where the network options lead, a proxy among them. */
  @FunctionalInterface
  interface Maker {
    TokenEndpoint over(DialOptions way);
  }

  /**
   * Sends a form by POST and does not follow redirects: it has secrets in it.
   *
   * @param url with {@code https}, or {@code http} on this computer
   */
  Answer post(String url, Map<String, String> form, Deadline deadline)
      throws IOException, InterruptedException;
}
