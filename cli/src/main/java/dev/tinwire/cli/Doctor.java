package dev.tinwire.cli;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Version;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Style;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/** Runs checks one after the other and says of each how it went. A failed one ends nothing. */
final class Doctor {
  private final Output output;
  private final LongSupplier nanoTime;

  Doctor(Output output, LongSupplier nanoTime) {
    this.output = output;
    this.nanoTime = nanoTime;
  }

  int examine(List<SelfCheck> checks) throws InterruptedException {
    output.note(here());
    int failed = 0;
    for (SelfCheck check : checks) {
      long began = nanoTime.getAsLong();
      Optional<String> fault = fault(check);
      show(check.name(), fault, nanoTime.getAsLong() - began);
      if (fault.isPresent()) failed++;
    }
    output.note(checks.size() - failed + " of " + checks.size() + " checks OK");
    return failed == 0 ? ExitStatus.DONE : ExitStatus.REFUSED;
  }

  /** What a bug report needs to begin with. */
  private static String here() {
    return Version.line()
        + " on Java "
        + Runtime.version()
        + ", "
        + System.getProperty("os.name")
        + " "
        + System.getProperty("os.arch");
  }

  private static Optional<String> fault(SelfCheck check) throws InterruptedException {
    try {
      check.check().run();
      return Optional.empty();
    } catch (InterruptedException e) {
      throw e;
    } catch (Exception | AssertionError e) {
      return Optional.of(Visible.of(String.valueOf(e.getMessage())));
    }
  }

  private void show(String name, Optional<String> fault, long nanos) {
    if (output.json()) {
      var line = Json.object().put("check", name).put("ok", fault.isEmpty());
      line = line.put("elapsed_us", nanos / 1000);
      output.jsonLines().write(fault.isEmpty() ? line : line.put("error", fault.get()));
    } else if (fault.isPresent()) {
      output
          .out()
          .println(
              output.outScreen().paint(Style.BAD, "FAILED") + "  " + name + ": " + fault.get());
    } else if (!output.quiet()) {
      output.out().println(output.outScreen().paint(Style.GOOD, "OK") + "      " + name);
    }
  }
}
