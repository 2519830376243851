package dev.tinwire.httpclient;

import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.Progress;
import dev.tinwire.wire.terminal.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code --repeat}: the same request again and again, and how the times are spread. */
final class Repetition {
  private final HttpClient client;
  private final Output output;

  Repetition(HttpClient client, Output output) {
    this.client = client;
    this.output = output;
  }

  int run(Request request, int times) throws IOException, InterruptedException {
    var rows = new ArrayList<Timings>();
    int status = ExitStatus.DONE;
    int refused = 0;
    Optional<Status> first = Optional.empty();
    try (var progress = output.progress("requests", Progress.Unit.ITEMS, OptionalLong.of(times))) {
      for (int i = 0; i < times; i++) {
        Response response = client.send(request);
        try (response) {
          response.body().transferTo(OutputStream.nullOutputStream());
        }
        int each = GetStatus.of(response.status());
        if (each != ExitStatus.DONE) refused++;
        if (status == ExitStatus.DONE && each != ExitStatus.DONE) {
          status = each;
          first = Optional.of(response.status());
        }
        rows.add(response.timings());
        if (output.json()) {
          output.jsonLines().write(JsonReport.of(Fetched.of(response, response.received())));
        }
        progress.add(1);
      }
    }
    if (!output.json()) table(rows).forEach(output.out()::println);
    if (first.isPresent() && !output.json()) {
      String said = Visible.of(first.get().toString());
      String share = refused + " of " + times + " answers were refusals, ";
      output.err().println("tinwire get: " + request.url() + ": " + share + "the first " + said);
    }
    return status;
  }

  private List<String> table(List<Timings> rows) {
    var table =
        new Table(
            Column.left("ms"),
            Column.decimal("min"),
            Column.decimal("median"),
            Column.decimal("p90"),
            Column.decimal("p99"),
            Column.decimal("max"));
    var names = rows.getFirst().phases().stream().map(Timings.Phase::name).toList();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      add(table, names.get(i), rows.stream().map(t -> t.phases().get(index).duration()).toList());
    }
    add(table, "total", rows.stream().map(Timings::total).toList());
    return table.lines(output.outScreen());
  }

  private static void add(Table table, String name, List<Duration> times) {
    long[] sorted = times.stream().mapToLong(Duration::toNanos).sorted().toArray();
    if (sorted[sorted.length - 1] == 0) return;
    table.add(
        name, at(sorted, 0), at(sorted, 0.5), at(sorted, 0.9), at(sorted, 0.99), at(sorted, 1));
  }

  /** The nearest rank: a time that was measured, not one between two. */
  private static String at(long[] sorted, double share) {
    int rank = (int) Math.ceil(share * sorted.length);
    long micros = Math.round(sorted[Math.max(0, rank - 1)] / 1e4);
    return micros / 100 + "." + (micros % 100 < 10 ? "0" : "") + micros % 100;
  }
}
