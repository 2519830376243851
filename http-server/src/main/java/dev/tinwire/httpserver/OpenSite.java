package dev.tinwire.httpserver;

import java.util.Optional;

/** All that answers, ready to be served. */
record OpenSite(Handler handler, Optional<LiveReload> live) implements AutoCloseable {
  /** To be called before the server is closed, which would wait for streams that have no end. */
  void endStreams() {
    live.ifPresent(LiveReload::close);
  }

  @Override
  public void close() {
    endStreams();
  }
}
