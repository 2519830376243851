package dev.tinwire.udppinger;

import dev.tinwire.wire.command.ExitStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a script is told: whether the network was as good as asked for. Pure.
 *
 * @param maxLoss in percent
 */
record Verdict(double maxLoss, Optional<Duration> maxRtt) {
  int of(List<Statistics> all) {
    return all.stream().allMatch(this::good) ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /** A run that sent nothing has shown nothing. */
  private boolean good(Statistics figures) {
    Counts counts = figures.counts();
    if (counts.unsent > 0 || counts.transmitted == 0) return false;
    if (counts.lossPercent() > maxLoss) return false;
    return maxRtt.isEmpty()
        || figures.rtt().count() == 0
        || figures.rtt().greatest() <= maxRtt.get().toNanos();
  }
}
