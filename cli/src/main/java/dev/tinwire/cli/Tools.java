package dev.tinwire.cli;

import dev.tinwire.heartbeat.BeatTool;
import dev.tinwire.heartbeat.MonitorTool;
import dev.tinwire.httpclient.ClientTool;
import dev.tinwire.httpclient.GetTool;
import dev.tinwire.httpclient.PageTool;
import dev.tinwire.httpclient.ShellTool;
import dev.tinwire.httpserver.ServeTool;
import dev.tinwire.smtpclient.MailTool;
import dev.tinwire.udppinger.EchoTool;
import dev.tinwire.udppinger.PingTool;
import dev.tinwire.wire.command.Tool;
import java.util.ArrayList;
import java.util.List;

/** All the tools, in the order in which they are shown. */
final class Tools {
  /** What the suite will have; said to those who ask, so that nobody thinks they mistyped. */
  static final List<String> PLANNED = List.of("scan", "share", "find", "fetch", "chat", "index");

  private Tools() {}

  /** Makes values with words in them; no class of a tool's protocol is loaded by it. */
  static List<Tool> all() {
    var all = new ArrayList<Tool>();
    all.add(new ServeTool());
    all.add(new GetTool());
    all.add(new PageTool());
    all.addAll(ClientTool.all());
    all.add(new ShellTool());
    all.add(new MailTool(IdentityServers::new));
    all.add(new PingTool());
    all.add(new EchoTool());
    all.add(new BeatTool());
    all.add(new MonitorTool(MonitorHelpers::services));
    all.addAll(List.of(new DoctorTool(), new HelpTool(), new CompletionTool()));
    return all;
  }
}
