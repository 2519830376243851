package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The worst that a sender was in each of the last 90 minutes. */
final class Strip {
  static final int CELLS = 90;
  static final Duration CELL = Duration.ofMinutes(1);

  /** What a cell shows, from nothing to the worst. */
  enum Cell {
    UNKNOWN(0),
    UP(1),
    BYE(2),
    LATE(3),
    DOWN(4);

    private final byte weight;

    Cell(int weight) {
      this.weight = (byte) weight;
    }

    static Cell of(SenderState state) {
      return switch (state) {
        case NEW -> UNKNOWN;
        case UP -> UP;
        case LATE -> LATE;
        case DOWN -> DOWN;
        case BYE -> BYE;
      };
    }
  }

  private static final Cell[] ALL = Cell.values();

  private final byte[] cells = new byte[CELLS];
  private long minute = Long.MIN_VALUE;

  void note(Instant now, SenderState state) {
    advance(now);
    int last = CELLS - 1;
    cells[last] = (byte) Math.max(cells[last], Cell.of(state).weight);
  }

  private void advance(Instant now) {
    long nowMinute = Math.floorDiv(now.getEpochSecond(), CELL.toSeconds());
    if (minute == Long.MIN_VALUE) minute = nowMinute;
    int by = Math.clamp(nowMinute - minute, 0, CELLS);
    if (by == 0) return;
    System.arraycopy(cells, by, cells, 0, CELLS - by);
    Arrays.fill(cells, CELLS - by, CELLS, Cell.UNKNOWN.weight);
    minute = nowMinute;
  }

  /** The cells, the oldest first. */
  List<Cell> cells() {
    var all = new ArrayList<Cell>(CELLS);
    for (byte cell : cells) all.add(ALL[cell]);
    return all;
  }
}
