package dev.tinwire.udppinger;

import dev.tinwire.wire.json.Json;
import java.util.function.Supplier;

/** The figures of a session for programs. What there is no figure for is {@code null}. */
final class JsonSummary {
  private JsonSummary() {}

  static Json.Obj of(Statistics figures) {
    Counts counts = figures.counts();
    boolean any = figures.rtt().count() > 0;
    return Json.object()
        .put("transmitted", counts.transmitted)
        .put("received", counts.received)
        .put("lost", counts.lost())
        .put("loss_percent", counts.lossPercent())
        .put("duplicates", counts.duplicates)
        .put("late", counts.late)
        .put("corrupted", counts.corrupted)
        .put("reordered", counts.reordered)
        .put("rtt_us", rtt(figures, any))
        .put("jitter_us", known(any, () -> Micros.json(figures.jitter().smoothed())));
  }

  private static Json.Obj rtt(Statistics figures, boolean any) {
    Moments rtt = figures.rtt();
    Distribution all = figures.distribution();
    return Json.object()
        .put("min", known(any, () -> Micros.json(rtt.least())))
        .put("avg", known(any, () -> Micros.json(rtt.mean())))
        .put("max", known(any, () -> Micros.json(rtt.greatest())))
        .put("stddev", known(any, () -> Micros.json(rtt.deviation())))
        .put("p50", known(any, () -> Micros.json(all.quantile(0.50))))
        .put("p95", known(any, () -> Micros.json(all.quantile(0.95))))
        .put("p99", known(any, () -> Micros.json(all.quantile(0.99))));
  }

  private static Json known(boolean any, Supplier<Json> value) {
    return any ? value.get() : new Json.Null();
  }
}
