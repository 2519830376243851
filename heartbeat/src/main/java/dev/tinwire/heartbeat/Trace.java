package dev.tinwire.heartbeat;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * A recorded run of heartbeats: lines {@code number,send,arrive} in seconds, {@code arrive} empty
 * where the beat was lost; a first line of words is taken for headings.
 */
record Trace(List<Line> arrivals) {
  /** One beat that arrived. */
  record Line(long number, double send, double arrive) {}

  /** The beats that arrived, in the order in which they did. */
  static Trace of(Stream<String> lines) throws Malformed {
    var arrivals = new ArrayList<Line>();
    long at = 0;
    for (String line : (Iterable<String>) lines::iterator) {
      at++;
      if (line.isBlank() || (at == 1 && Character.isLetter(line.charAt(0)))) continue;
      read(line, at).ifPresent(arrivals::add);
    }
    arrivals.sort(Comparator.comparingDouble(Line::arrive));
    return new Trace(List.copyOf(arrivals));
  }

  private static Optional<Line> read(String line, long at) throws Malformed {
    String[] cells = line.split(",", -1);
    if (cells.length != 3) throw fault(line, 0, at, "write number,send,arrive");
    try {
      long number = Long.parseLong(cells[0].strip());
      double send = seconds(cells[1]).orElse(Double.NaN);
      var arrive = seconds(cells[2]);
      if (arrive.isEmpty()) return Optional.empty();
      return Optional.of(new Line(number, send, arrive.getAsDouble()));
    } catch (NumberFormatException _) {
      throw fault(line, 0, at, "number is a whole number, send and arrive are seconds");
    }
  }

  /** A number of seconds that a nanosecond clock can hold. */
  private static OptionalDouble seconds(String cell) {
    if (cell.isBlank()) return OptionalDouble.empty();
    double value = Double.parseDouble(cell.strip());
    if (!(Math.abs(value) < 9e9)) throw new NumberFormatException(cell);
    return OptionalDouble.of(value);
  }

  private static Malformed fault(String line, int place, long at, String problem) {
    return new Malformed("trace, line " + at, line, place, problem);
  }
}
