package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Semaphore;

/**
 * A site whose pages reload by themselves when a file of it changes: watches the folder, says so at
 * {@code /-/live}, and gives each page a script that listens there. All other paths are the site's.
 *
 * <p>To be closed <em>before</em> the server, which would otherwise wait out its grace for streams
 * that have no end. The site must not answer from a memory that is older than {@link Burst#QUIET}.
 */
final class LiveReload implements Handler, AutoCloseable {
  static final String PATH = "/-/live";

  /** How long nothing is said to a page; below what proxies and address translation allow. */
  static final Duration SILENCE = Duration.ofSeconds(15);

  /** How many pages may listen at once; each has a connection, of which the server has more. */
  static final int STREAMS = 1000;

  private static final List<Method> ALLOWED = List.of(Method.GET, Method.HEAD);

  private final LivePages pages;
  private final Editions editions;
  private final FolderWatch watch;
  private final Duration silence;
  private final Semaphore places;
  private final byte[] script = LiveScript.source();

  private LiveReload(
      Handler site, Editions editions, FolderWatch watch, Duration silence, int streams) {
    this.pages = new LivePages(site, editions);
    this.editions = editions;
    this.watch = watch;
    this.silence = silence;
    this.places = new Semaphore(streams);
  }

  /**
   * Wraps a site and begins to watch.
   *
   * @param root the folder, or the single file, that is served
   * @param observer is told if the folder is too large to be watched at once
   */
  static LiveReload over(Handler site, Path root, ServerObserver observer) {
    return over(site, root, observer, SILENCE, STREAMS);
  }

  static LiveReload over(
      Handler site, Path root, ServerObserver observer, Duration silence, int streams) {
    var editions = new Editions(System.currentTimeMillis());
    var watch = FolderWatch.start(WatchedTree.of(root), editions::publish, observer);
    return new LiveReload(site, editions, watch, silence, streams);
  }

  @Override
  public Answer answer(Request request) throws IOException {
    String path = Target.path(request.target()).map(SitePath::toString).orElse("");
    return switch (path) {
      case PATH -> Refusal.ofMethod(request.method(), ALLOWED).orElseGet(() -> stream(request));
      case LiveScript.PATH ->
          Refusal.ofMethod(request.method(), ALLOWED)
              .orElseGet(() -> ours("text/javascript;charset=utf-8", Content.of(script)));
      default -> pages.answer(request);
    };
  }

  private Answer stream(Request request) {
    if (!places.tryAcquire()) {
      return Refusal.of(Refusal.SERVICE_UNAVAILABLE, "too many pages listen for changes already");
    }
    long seen = seen(request).orElseGet(editions::number);
    var stream = new LiveStream(editions, seen, silence, places::release);
    return ours("text/event-stream", new Content.Written(OptionalLong.empty(), stream))
        // Behind it there is nothing, and a connection kept idle would delay the shutdown.
        .with("Connection", "close")
        .with("X-Accel-Buffering", "no"); // nginx in front would hold it back
  }

  /**
   * What the page has seen: the browser's word when it connects again by itself (HTML Standard
   * §9.2.4) is newer than the one in the address.
   */
  private static Optional<Long> seen(Request request) {
    Optional<Long> again = request.fields().first("Last-Event-ID").flatMap(Edition::parse);
    return again.or(() -> Target.value(request.target(), "since").flatMap(Edition::parse));
  }

  private static Answer ours(String type, Content content) {
    var fields =
        Fields.of(
            "Content-Type", type,
            "Cache-Control", "no-store",
            "X-Content-Type-Options", "nosniff");
    return new Answer(Status.OK, fields, content);
  }

  /** Ends the watching and all streams, at once. */
  @Override
  public void close() {
    editions.close();
    watch.close();
  }
}
