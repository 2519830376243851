package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Sizes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** What a monitor says when it begins, and when it ends. */
record MonitorWelcome(Monitor monitor, MonitorPlan plan, Watch watch) {
  List<String> lines() throws IOException {
    var lines = new ArrayList<String>();
    String where =
        monitor.addresses().stream()
            .map(address -> Endpoint.of(address).toString())
            .collect(Collectors.joining(" "));
    String who = plan.monitor().gate().key().isPresent() ? "signed beats" : "beats";
    lines.add("hearing " + who + " at " + where + ", with " + buffer());
    if (watch.webPort().isPresent()) {
      lines.add("status page at http://localhost:" + watch.webPort().getAsInt() + "/");
    }
    plan.caution().ifPresent(lines::add);
    return lines;
  }

  private String buffer() {
    int wanted = plan.monitor().limits().buffer();
    String granted = "a buffer of " + Sizes.print(monitor.buffer());
    if (monitor.buffer() >= wanted) return granted;
    String more = "sysctl net.core.rmem_max=" + wanted;
    return granted + ", where " + Sizes.print(wanted) + " was asked for (" + more + ")";
  }

  static String sum(Monitor monitor) {
    var view = monitor.view();
    var words = new StringJoiner(", ");
    words.add(count(view.received(), "datagram")).add(count(view.senders().size(), "sender"));
    for (Rejection why : Rejection.values()) {
      long count = monitor.rejected().of(why);
      if (count > 0) words.add(count + " " + why);
    }
    if (view.ownDrops() > 0) words.add(view.ownDrops() + " dropped by our own kernel");
    if (monitor.leftOut() > 0) words.add(count(monitor.leftOut(), "plain line") + " left out");
    return words.toString();
  }

  private static String count(long number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }
}
