package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/** {@code tinwire ping HOST[:PORT]...}: how long packets take, and how many get lost. */
public final class PingTool implements Tool {
  @Override
  public String name() {
    return "ping";
  }

  @Override
  public String summary() {
    return "measures delay and loss over UDP";
  }

  @Override
  public String example() {
    return "tinwire ping example.com:12000";
  }

  @Override
  public Command command() {
    return command(PingCommand.ofProcess());
  }

  Command command(PingCommand ping) {
    return Command.of(name(), summary(), ping::run)
        .arguments(PingOptions.HOST)
        .options(PingOptions.WHEN)
        .options(PingOptions.WHAT)
        .options(PingOptions.HOW)
        .options(PingOptions.SHOWN)
        .options(PingOptions.VERDICT)
        .options(CommonOptions.CONVERSATION)
        .examples(
            new Entry("tinwire ping localhost", "ten packets to \"tinwire echo\" on this computer"),
            new Entry("tinwire ping --wire text host:12000", "to a server from the textbook"),
            new Entry("tinwire ping -c 0 --graph host", "until Ctrl-C, as a picture"),
            new Entry("tinwire ping --json -i 10ms -c 1000 host", "figures for a program"))
        .statuses(
            new Entry("0", "all were answered in time, or no more lost than --max-loss"),
            new Entry("1", "more were lost, or one took longer than --max-rtt"),
            new Entry("2", "wrong usage, or no such host"))
        .limits(
            new Entry("65507", "bytes in a packet"),
            new Entry("64", "targets at once"),
            new Entry("10s", "for a name to be looked up"),
            new Entry("10s", "after its timeout a packet is forgotten"));
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(new SelfCheck("packets come back, and are counted", PingCheck::run));
  }
}
