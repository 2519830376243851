package dev.tinwire.httpserver;

import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Tells programs that look after this one how it is: whether it can do its work, and what it has
 * done. All other paths are the site's. What was not asked for is not there.
 */
final class Monitoring implements InstantHandler {
  static final String HEALTH = "/-/health";
  static final String METRICS = "/-/metrics";

  private static final List<Method> ALLOWED = List.of(Method.GET, Method.HEAD);

  private final Handler inner;
  private final Path served;
  private final MonitoringOptions options;
  private final Latency latency;
  private volatile Optional<HttpServer> server = Optional.empty();

  /**
   * Before a site.
   *
   * @param served what must be readable if all is well
   */
  Monitoring(Handler inner, Path served, MonitoringOptions options, Latency latency) {
    this.inner = inner;
    this.served = served;
    this.options = options;
    this.latency = latency;
  }

  /** The server that this handler is in, once it runs. */
  void of(HttpServer running) {
    server = Optional.of(running);
  }

  @Override
  public Answer answer(Request request) throws IOException {
    String path = Target.path(request.target()).map(SitePath::toString).orElse("");
    if (path.equals(HEALTH) && options.health()) {
      return Refusal.ofMethod(request.method(), ALLOWED).orElseGet(this::health);
    }
    if (path.equals(METRICS) && options.metrics()) {
      return Refusal.ofMethod(request.method(), ALLOWED).orElseGet(this::metrics);
    }
    return inner.answer(request);
  }

  /** What is looked after is not what looks after it: these paths are asked in full. */
  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    String path = Target.path(request.target()).map(SitePath::toString).orElse("");
    if (path.equals(HEALTH) || path.equals(METRICS)) return Optional.empty();
    return InstantHandler.ask(inner, request);
  }

  /** A disk that is gone, or a right that was taken, is what a person would want to hear of. */
  private Answer health() {
    return Files.isReadable(served)
        ? text(Status.OK, "text/plain;charset=utf-8", "ok\n")
        : text(
            Refusal.SERVICE_UNAVAILABLE,
            "text/plain;charset=utf-8",
            "what is served cannot be read\n");
  }

  private Answer metrics() {
    if (server.isEmpty()) return Refusal.of(Refusal.SERVICE_UNAVAILABLE, "just starting");
    var process = ProcessHandle.current().info();
    var runtime = Runtime.getRuntime();
    var figures =
        new MetricsText.Figures(
            server.get().counters(),
            server.get().connections(),
            latency.counts(),
            latency.total(),
            process.startInstant().orElse(Instant.EPOCH),
            process.totalCpuDuration().orElse(Duration.ZERO),
            runtime.totalMemory() - runtime.freeMemory());
    return text(Status.OK, MetricsText.TYPE, MetricsText.of(figures));
  }

  private static Answer text(Status status, String type, String text) {
    return Answer.of(status, Content.of(text))
        .with("Content-Type", type)
        .with("Cache-Control", "no-store")
        .with("X-Content-Type-Options", "nosniff");
  }
}
