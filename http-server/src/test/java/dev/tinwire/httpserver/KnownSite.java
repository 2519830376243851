package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * A server of a folder that is believed to stay as it is, and how often somebody had to look: what
 * is not looked at was answered in the lobby.
 */
final class KnownSite implements AutoCloseable {
  private static final HotSite.Room ROOM =
      new HotSite.Room(100, 4 << 20, 256 << 10, Duration.ofHours(1));

  private final AtomicInteger looked = new AtomicInteger();
  private final HotSite site;
  private final LocalServer server;

  KnownSite(Path root) throws IOException {
    this(root, limits -> limits);
  }

  KnownSite(Path root, UnaryOperator<ServerLimits> limits) throws IOException {
    this(limits.apply(ServerLimits.DEFAULT), root, options -> options);
  }

  KnownSite(ServerLimits limits, Path root, UnaryOperator<ServerOptions> change)
      throws IOException {
    var folder = TestSite.in(root);
    site = new HotSite(new SiteRoot(root, false), ROOM, folder.clock(), System::nanoTime);
    Handler handler = folder.handler(site, SiteOptions.DEFAULT);
    server =
        new LocalServer(new Counting(handler), options -> change.apply(options.withLimits(limits)));
  }

  /** Counts those that a session has to see to. */
  private final class Counting implements InstantHandler {
    private final Handler handler;

    Counting(Handler handler) {
      this.handler = handler;
    }

    @Override
    public Answer answer(Request request) throws IOException {
      looked.incrementAndGet();
      return handler.answer(request);
    }

    @Override
    public Optional<InstantAnswer> atOnce(Request request) {
      return InstantHandler.ask(handler, request);
    }
  }

  LocalServer server() {
    return server;
  }

  HotSite site() {
    return site;
  }

  /** How often somebody had to look so far. */
  int looked() {
    return looked.get();
  }

  /** Has it known by heart. */
  void learn(String path) throws IOException, InterruptedException {
    server.said("GET " + path + " HTTP/1.0\r\n\r\n");
    server.served();
  }

  @Override
  public void close() {
    server.close();
  }
}
