package dev.tinwire.httpclient;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.Tool;
import dev.tinwire.wire.terminal.Terminals;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Command lines of the client's tools, as tests run them: in process, and through no proxy. */
final class Lines {
  private Lines() {}

  /** A tool whose streams are pipes. */
  static Command piped(String name) {
    return command(name, Terminals.NONE);
  }

  /** A tool before somebody's eyes. */
  static Command atTerminal(String name) {
    return command(name, new Terminals(true, true, true));
  }

  static Tool tool(String name) {
    return Stream.concat(
            Stream.of(new GetTool(), new PageTool(), new ShellTool()), ClientTool.all().stream())
        .filter(t -> t.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Command command(String name, Terminals terminals) {
    Tool tool = tool(name);
    return (args, in, out, err, env) -> tool.run(args, new Standard(in, out, err, env, terminals));
  }

  static Invocation of(String... args) {
    var all = new ArrayList<>(List.of("--proxy", "none"));
    all.addAll(List.of(args));
    return Invocation.of(all).withEnv("TERM", "xterm");
  }
}
