package dev.tinwire.heartbeat;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Ending;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** {@code tinwire monitor}: hears heartbeats, and says who fell silent. */
public final class MonitorTool implements Tool {
  private final Supplier<MonitorServices> services;

  /** One that can send no mail and serve no page. */
  public MonitorTool() {
    this(() -> MonitorServices.NONE);
  }

  /**
   * One that other tools help.
   *
   * @param services asked for when the monitor runs, so that nothing of theirs is loaded before
   */
  public MonitorTool(Supplier<MonitorServices> services) {
    this.services = services;
  }

  @Override
  public String name() {
    return "monitor";
  }

  @Override
  public String summary() {
    return "hears heartbeats, and says who fell silent";
  }

  @Override
  public String example() {
    return "tinwire monitor --lan --expect db-1";
  }

  @Override
  public Command command() {
    return command(new Interrupts());
  }

  /** Some words are commands of their own, which talk to a monitor that runs. */
  @Override
  public int run(List<String> words, Standard standard) {
    var control =
        words.isEmpty() ? Optional.<Command>empty() : ControlCommands.named(words.getFirst());
    if (control.isEmpty()) return command().run(words, standard);
    return control.get().run(words.subList(1, words.size()), standard);
  }

  Command command(Ending ending) {
    return Command.of(name(), summary(), new MonitorCommand(ending, services)::run)
        .arguments(MonitorOptions.WORDS)
        .options(MonitorOptions.WHERE)
        .options(MonitorOptions.EXPECTED)
        .options(MonitorOptions.DETECTION)
        .options(MonitorOptions.FILES)
        .options(WatchOptions.TELLING)
        .options(WatchOptions.SHOWING)
        .options(CommonOptions.CONVERSATION)
        .examples(
            new Entry("tinwire monitor", "hears beats of this computer at port 13000"),
            new Entry("tinwire monitor --lan --key-file master", "of the network, signed"),
            new Entry("tinwire monitor --snapshot m.json --events m.log", "keeps books"),
            new Entry("tinwire monitor --detect-within 20s --probe", "fast, and asks before"),
            new Entry("tinwire monitor --web --on-change './tell'", "a page, and a hook"),
            new Entry("tinwire monitor list", "asks the running one; so why ID, mute ID, ..."),
            new Entry("tinwire monitor replay trace.csv", "what the rule makes of a recording"),
            new Entry("tinwire monitor key db-1 --key-file master", "a key for one sender"))
        .statuses(new Entry("0", "also when Ctrl-C or SIGTERM ended it"))
        .limits(limits());
  }

  private static Entry[] limits() {
    var all =
        List.of(
            new Entry("512", "octets in a beat, 32 pairs, 8 values of its own"),
            new Entry("100000", "senders, about 250 octets each; --max-senders"),
            new Entry("256", "datagrams at a wake-up"),
            new Entry("1000", "plain lines a second; what changes is always told"),
            new Entry("64", "senders asked at once whether they live"));
    return Stream.concat(all.stream(), WatchLimits.DEFAULT.entries().stream())
        .toArray(Entry[]::new);
  }
}
