package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Output;
import java.util.ArrayList;
import java.util.List;

/** Chooses how a run is shown. */
final class Reports {
  private Reports() {}

  static List<Report> of(Output output) {
    var reports = new ArrayList<Report>();
    reports.add(shown(output));
    return reports;
  }

  private static Report shown(Output output) {
    if (output.json()) return new JsonDocument(output.out());
    return new TextReport(output.out(), output.outScreen(), !output.quiet());
  }
}
