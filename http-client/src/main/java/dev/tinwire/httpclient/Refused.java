package dev.tinwire.httpclient;

import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;

/** The server's "no" where what it has was wanted and nothing else would do. */
final class Refused extends WireException {
  private static final long serialVersionUID = 1L;

  private final transient Status status;

  Refused(Response response) {
    super(
        response.url()
            + ": "
            + Visible.of(response.status().toString())
            + LoginAdvice.of(response));
    this.status = response.status();
  }

  Status status() {
    return status;
  }
}
