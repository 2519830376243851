package dev.tinwire.udppinger;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Command.Entry;
import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.SelfCheck;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/** {@code tinwire echo}: answers pings over UDP, as well or as badly as wanted. */
public final class EchoTool implements Tool {
  @Override
  public String name() {
    return "echo";
  }

  @Override
  public String summary() {
    return "answers pings over UDP, and plays a bad network";
  }

  @Override
  public String example() {
    return "tinwire echo --loss 30%";
  }

  @Override
  public Command command() {
    return command(new EchoCommand(new EchoSignals()));
  }

  Command command(EchoCommand echo) {
    return Command.of(name(), summary(), echo::run)
        .options(EchoOptions.WHERE)
        .options(EchoOptions.WHAT)
        .options(EchoOptions.NETWORK)
        .options(EchoOptions.RUNNING)
        .options(CommonOptions.CONVERSATION)
        .examples(
            new Entry("tinwire echo", "for tinwire ping on this computer"),
            new Entry("tinwire echo --loss 30% --seed 7", "the textbook's server, repeatable"),
            new Entry("tinwire echo --upper --tcp", "the textbook's servers, UDP and TCP at once"),
            new Entry("tinwire echo --delay 40ms --jitter 10ms --dup 1%", "a link to far away"),
            new Entry("tinwire echo --lan --key-file secret", "a STAMP reflector for friends"))
        .statuses(new Entry("0", "also when Ctrl-C or SIGTERM ended it"))
        .limits(
            new Entry("never", "more octets out than came in, but by --dup"),
            new Entry("never", "an answer to ports below 1024, to our own, to STAMP replies"),
            new Entry("4096", "sessions and addresses are remembered, for 15m of silence"),
            new Entry("50000", "answers wait for a simulated delay, of 1m at most"),
            new Entry("8192", "octets in a line over TCP; 5m for the next one"));
  }

  @Override
  public List<SelfCheck> selfChecks() {
    return List.of(
        new SelfCheck("a STAMP packet is reflected, and a text comes back", EchoCheck::run));
  }
}
