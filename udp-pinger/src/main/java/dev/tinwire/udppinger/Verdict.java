package dev.tinwire.udppinger;

import dev.tinwire.wire.Durations;
import dev.tinwire.wire.command.ExitStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a script is told: whether the network was as good as asked for. Pure.
 *
 * @param maxLoss in percent; none may be lost where nothing was said
 */
record Verdict(Optional<Double> maxLoss, Optional<Duration> maxRtt) {
  int of(List<Statistics> all) {
    return all.stream().allMatch(this::good) ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /** A run that sent nothing has shown nothing. */
  private boolean good(Statistics figures) {
    Counts counts = figures.counts();
    if (counts.unsent > 0 || counts.transmitted == 0) return false;
    return counts.lossPercent() <= maxLoss.orElse(0.0) && !slow(figures);
  }

  private boolean slow(Statistics figures) {
    return maxRtt.isPresent()
        && figures.rtt().count() > 0
        && figures.rtt().greatest() > maxRtt.get().toNanos();
  }

  /** Which bound that was given was not kept, in a sentence: the figures alone do not say it. */
  Optional<String> why(String label, Statistics figures) {
    double loss = figures.counts().lossPercent();
    if (maxLoss.isPresent() && loss > maxLoss.get()) {
      String allowed = Millis.percent(maxLoss.get());
      return Optional.of(
          label + " lost " + Millis.percent(loss) + ", more than --max-loss " + allowed);
    }
    if (!slow(figures)) return Optional.empty();
    String slowest = Millis.exact((double) figures.rtt().greatest()) + " ms";
    String allowed = maxRtt.map(Durations::print).orElse("");
    return Optional.of(
        "the slowest reply of "
            + label
            + " took "
            + slowest
            + ", longer than --max-rtt "
            + allowed);
  }
}
