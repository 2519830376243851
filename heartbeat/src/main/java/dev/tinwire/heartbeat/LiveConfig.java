package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The configuration that is in force: that of the file, below what the command line says. A file
 * that has become wrong changes nothing.
 */
final class LiveConfig implements Supplier<MonitorConfig> {
  private final Optional<ConfigFile> file;
  private final Alerting commandLine;
  private final List<Consumer<MonitorConfig>> hearers = new ArrayList<>();
  private volatile MonitorConfig config;

  private LiveConfig(Optional<ConfigFile> file, Alerting commandLine, MonitorConfig config) {
    this.file = file;
    this.commandLine = commandLine;
    this.config = config;
  }

  static LiveConfig open(Optional<ConfigFile> file, Alerting commandLine)
      throws IOException, BadConfig {
    var first = file.isPresent() ? file.get().read() : MonitorConfig.NONE;
    return new LiveConfig(file, commandLine, first.with(commandLine.over(first.alerting())));
  }

  @Override
  public MonitorConfig get() {
    return config;
  }

  /** Calls it with each new configuration. */
  synchronized void listen(Consumer<MonitorConfig> hearer) {
    hearers.add(hearer);
  }

  /** Reads the file again and says in words what came of it, one line each. */
  synchronized Reloaded reload() {
    if (file.isEmpty()) return new Reloaded(false, List.of("there is no --config file to reload"));
    String name = Visible.of(file.get().path().toString());
    try {
      var read = file.get().read();
      config = read.with(commandLine.over(read.alerting()));
      hearers.forEach(hearer -> hearer.accept(config));
      String what = read.senders().size() + " senders, " + read.groups().size() + " groups";
      return new Reloaded(true, List.of("read " + name + ": " + what));
    } catch (BadConfig e) {
      var lines = new ArrayList<>(e.lines(name));
      lines.add("what was in force before stays in force");
      return new Reloaded(false, lines);
    } catch (IOException e) {
      String why = Visible.of(String.valueOf(e.getMessage()));
      return new Reloaded(false, List.of("cannot read " + name + ": " + why));
    }
  }

  /** What came of a reload. */
  record Reloaded(boolean done, List<String> lines) {}
}
