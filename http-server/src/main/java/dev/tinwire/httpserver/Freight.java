package dev.tinwire.httpserver;

import java.io.IOException;

/**
 * What large answers are sent with, shared by all sessions: porters where bytes go out as they are,
 * workbenches where TLS is laid over the connection.
 */
record Freight(Porters porters, Workbenches benches) implements AutoCloseable {
  static Freight ready() throws IOException {
    return new Freight(new Porters(), new Workbenches());
  }

  @Override
  public void close() {
    porters.close();
  }
}
