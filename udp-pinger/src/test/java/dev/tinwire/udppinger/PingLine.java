package dev.tinwire.udppinger;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Command lines of ping in this process, on the portable path, with a resolver of its own. */
final class PingLine {
  private static final String FIGURES =
      """
      rtt min/avg/max/mdev = NUM/NUM/NUM/NUM ms
      ~ rtt p50/p90/p95/p99 = NUM/NUM/NUM/NUM ms
      ~ jitter \\(RFC 3550\\) = NUM ms, ipdv avg/max = NUM/NUM ms
      """
          .indent(0);

  private PingLine() {}

  private static Command ping() {
    return (words, in, out, err, env) -> {
      var command =
          new PingCommand(
              new Openers(Optional.empty(), ChannelSocket::open),
              PingLine::lookUp,
              new SplittableRandom(5),
              _ -> {});
      return new PingTool()
          .command(command)
          .run(List.copyOf(words), new Standard(in, out, err, env, Terminals.NONE));
    };
  }

  private static List<InetAddress> lookUp(String host) throws UnknownHostException {
    return switch (host) {
      case "localhost" -> List.of(Loopback.V6, Loopback.V4);
      case "four.example" -> List.of(Loopback.V4);
      default -> throw new UnknownHostException(host);
    };
  }

  static void check(String rows, String port) throws InterruptedException {
    String filled =
        rows.replace("FIGURES\n", "~ " + FIGURES)
            .replace("PORT", port)
            .replace("NUM", "[0-9]+\\.[0-9]{3}")
            .replace("TIME", "[0-9.]+ ms");
    for (var row : ConsoleTranscript.parse(filled)) row.check(ping());
  }

  static Outcome run(String... words) throws InterruptedException {
    return Invocation.of(words).on(ping());
  }
}
