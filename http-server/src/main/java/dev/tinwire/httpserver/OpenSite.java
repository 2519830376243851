package dev.tinwire.httpserver;

import java.util.Optional;

/**
 * All that answers, ready to be served.
 *
 * @param observer to be told what the server does
 */
record OpenSite(
    Handler handler,
    ServerObserver observer,
    Optional<LiveReload> live,
    Optional<Monitoring> monitoring,
    Drafts drafts)
    implements AutoCloseable {
  /** Tells those who report on it which server it is in. */
  void servedBy(HttpServer server) {
    monitoring.ifPresent(reports -> reports.of(server));
  }

  /** The same, where not every name leads to it. */
  OpenSite under(NameRule names) {
    return new OpenSite(names.before(handler), observer, live, monitoring, drafts);
  }

  /** To be called before the server is closed, which would wait for streams that have no end. */
  void endStreams() {
    live.ifPresent(LiveReload::close);
  }

  @Override
  public void close() {
    endStreams();
  }
}
