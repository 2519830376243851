package dev.tinwire.udppinger;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is said when the sockets listen. Pure.
 *
 * @param obstacle why the kernel's own interface is not used, if it is not
 */
record EchoBanner(EchoPlan plan, List<InetSocketAddress> addresses, Optional<String> obstacle) {
  /**
   * For programs: one line, the addresses last, so that the port is what follows the last colon.
   */
  String line() {
    return "echoing over " + (plan.tcp() ? "udp and tcp" : "udp") + " at " + list(" ");
  }

  Json.Obj json() {
    var all = new ArrayList<Json>();
    addresses.forEach(address -> all.add(new Json.Str(Endpoint.of(address).toString())));
    var object =
        Json.object()
            .put("event", "listening")
            .put("port", addresses.getFirst().getPort())
            .put("addresses", new Json.Arr(all))
            .put("tcp", plan.tcp());
    Simulation simulation = plan.service().simulation();
    return simulation.isNone() ? object : object.put("seed", simulation.seed());
  }

  /** For a terminal. */
  List<String> lines(Screen screen) {
    var lines = new ArrayList<String>();
    lines.add(screen.paint(Style.STRONG, "tinwire echo") + "   " + wires());
    lines.add("  UDP       " + screen.paint(Style.ACCENT, list("   ")));
    if (plan.tcp()) {
      lines.add("  TCP       the same; a line comes back in upper case, quit ends");
    }
    if (!plan.places().open()) {
      lines.add("  Network   off - only this computer can connect   (--lan to share)");
    }
    obstacle.ifPresent(why -> lines.add("  Times     by Java, and no TTL: " + why));
    Simulation simulation = plan.service().simulation();
    if (!simulation.isNone()) {
      lines.add("  Pretends  " + screen.paint(Style.WARN, simulation.toString()));
    }
    if (plan.places().open()) {
      lines.add(screen.paint(Style.WARN, "Anyone who can reach this computer is answered."));
    }
    lines.add(screen.paint(Style.DIM, "Try: tinwire ping " + target()));
    lines.add(screen.paint(Style.DIM, "Ctrl-C stops, Ctrl-\\ counts"));
    return lines;
  }

  private String wires() {
    EchoService service = plan.service();
    String upper = service.upper() ? " in upper case" : "";
    if (service.key().isPresent()) return "authenticated STAMP";
    return service
        .only()
        .map(wire ->
            switch (wire) {
              case STAMP -> "STAMP";
              case TEXT -> "text" + upper;
              case ECHO -> "any datagram" + upper;
            })
        .orElse("STAMP, and anything else" + (upper.isEmpty() ? " as it came" : upper));
  }

  private String target() {
    InetSocketAddress first = addresses.getFirst();
    String host =
        first.getAddress().isAnyLocalAddress() || first.getAddress().isLoopbackAddress()
            ? "localhost"
            : Endpoint.of(first).host();
    return host + ":" + first.getPort();
  }

  private String list(String between) {
    return addresses.stream()
        .map(address -> Endpoint.of(address).toString())
        .collect(Collectors.joining(between));
  }
}
