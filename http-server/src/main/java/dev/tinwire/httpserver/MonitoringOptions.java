package dev.tinwire.httpserver;

import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;

/**
 * What is told to programs that look after this one.
 *
 * @param open also to those who could not log in
 */
record MonitoringOptions(boolean health, boolean metrics, boolean open) {
  static MonitoringOptions of(Parsed parsed) throws UsageError {
    var options =
        new MonitoringOptions(
            parsed.has(ServeOptions.HEALTH),
            parsed.has(ServeOptions.METRICS),
            parsed.has(ServeOptions.PUBLIC_PROBES));
    if (options.open && !options.any()) {
      throw new UsageError("--public-probes opens what --health and --metrics tell; add one");
    }
    return options;
  }

  boolean any() {
    return health || metrics;
  }
}
