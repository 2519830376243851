package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a decision to call somebody stands on, at one moment.
 *
 * @param down who is down, sorted: each alarm names the others, and there may be as many alarms as
 *     senders
 */
record Scene(
    FleetView view, MonitorConfig config, Map<String, SenderView> byId, List<String> down) {
  static Scene of(FleetView view, MonitorConfig config) {
    var byId = new HashMap<String, SenderView>(view.senders().size() * 2);
    view.senders().forEach(sender -> byId.put(sender.id(), sender));
    var down =
        view.senders().stream()
            .filter(sender -> sender.state() == SenderState.DOWN)
            .map(SenderView::id)
            .sorted()
            .toList();
    return new Scene(view, config, byId, down);
  }

  Instant now() {
    return view.now();
  }

  Optional<SenderView> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that are down now, but for one. */
  List<String> downBeside(String id) {
    return down.stream().filter(other -> !other.equals(id)).toList();
  }
}
