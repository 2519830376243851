package dev.tinwire.cli;

import dev.tinwire.httpserver.ServeTool;
import dev.tinwire.udppinger.EchoTool;
import dev.tinwire.udppinger.PingTool;
import dev.tinwire.wire.command.Tool;
import java.util.List;

/** All the tools, in the order in which they are shown. */
final class Tools {
  /** What the suite will have; said to those who ask, so that nobody thinks they mistyped. */
  static final List<String> PLANNED =
      List.of(
          "get", "put", "post", "request", "ls", "rm", "mkdir", "mv", "page", "shell", "mail",
          "beat", "monitor", "scan", "share", "find", "fetch", "chat", "index");

  private Tools() {}

  /** Makes values with words in them; no class of a tool's protocol is loaded by it. */
  static List<Tool> all() {
    return List.of(
        new ServeTool(),
        new PingTool(),
        new EchoTool(),
        new DoctorTool(),
        new HelpTool(),
        new CompletionTool());
  }
}
