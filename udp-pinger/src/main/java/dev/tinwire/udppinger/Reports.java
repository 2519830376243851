package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.WindowSize;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Chooses how a run is shown. */
final class Reports {
  private Reports() {}

  /** In a list that more can be added to. */
  static List<Report> of(Parsed parsed, Output output) throws InterruptedException, UsageError {
    var reports = new ArrayList<Report>();
    reports.add(shown(parsed, output));
    if (output.json() || parsed.has(PingOptions.CSV)) reports.add(aside(output.err()));
    var picture = parsed.find(PingOptions.SVG);
    if (picture.isPresent()) reports.add(SvgReport.into(picture.get()));
    return reports;
  }

  /** Ctrl-\ where stdout belongs to a program, in a form that has no place for figures between. */
  private static Report aside(PrintStream err) {
    return new Report() {
      @Override
      public void interim(List<Session> sessions, long sinceBegin) {
        TextReport.interim(err, sessions, sinceBegin);
      }
    };
  }

  private static Report shown(Parsed parsed, Output output) throws InterruptedException {
    if (output.json()) return new JsonDocument(output.out());
    if (parsed.has(PingOptions.JSON_LINES)) return new JsonLinesReport(output.jsonLines());
    if (parsed.has(PingOptions.CSV)) return new CsvReport(output.out());
    Screen screen = output.outScreen();
    if (parsed.has(PingOptions.COMPACT)) {
      return new CompactReport(output.out(), WindowSize.measured(screen));
    }
    if (parsed.has(PingOptions.GRAPH)) {
      return new GraphReport(output.out(), WindowSize.measured(screen));
    }
    if (parsed.has(PingOptions.FLOOD) && !output.quiet())
      return new FloodReport(output.out(), screen);
    return new TextReport(output.out(), screen, !output.quiet());
  }
}
