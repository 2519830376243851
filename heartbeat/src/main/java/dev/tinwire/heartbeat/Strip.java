package dev.tinwire.heartbeat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The worst that a sender was in each of the last 90 minutes. */
final class Strip {
  static final int CELLS = 90;
  static final Duration CELL = Duration.ofMinutes(1);

  /** What a cell shows, from nothing to the worst. */
  enum Cell {
    UNKNOWN,
    UP,
    BYE,
    LATE,
    DOWN;

    /** Whether it was not simply there. */
    boolean isTrouble() {
      return compareTo(UP) > 0;
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

  private final Cell[] cells = new Cell[CELLS];
  private long minute = Long.MIN_VALUE;

  Strip() {
    Arrays.fill(cells, Cell.UNKNOWN);
  }

  void note(Instant now, SenderState state) {
    advance(now);
    Cell cell = Cell.of(state);
    if (cell.compareTo(cells[CELLS - 1]) > 0) cells[CELLS - 1] = cell;
  }

  private void advance(Instant now) {
    long nowMinute = Math.floorDiv(now.getEpochSecond(), CELL.toSeconds());
    if (minute == Long.MIN_VALUE) minute = nowMinute;
    int by = Math.clamp(nowMinute - minute, 0, CELLS);
    if (by == 0) return;
    System.arraycopy(cells, by, cells, 0, CELLS - by);
    Arrays.fill(cells, CELLS - by, CELLS, Cell.UNKNOWN);
    minute = nowMinute;
  }

  boolean isCalm() {
    return Arrays.stream(cells).noneMatch(Cell::isTrouble);
  }

  /** The cells, the oldest first. */
  List<Cell> cells() {
    return List.of(cells);
  }
}
