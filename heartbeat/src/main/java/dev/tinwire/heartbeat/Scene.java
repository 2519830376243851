package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that a decision to call somebody stands on, at one moment. */
record Scene(FleetView view, MonitorConfig config, Map<String, SenderView> byId) {
  static Scene of(FleetView view, MonitorConfig config) {
    var byId = new HashMap<String, SenderView>(view.senders().size() * 2);
    view.senders().forEach(sender -> byId.put(sender.id(), sender));
    return new Scene(view, config, byId);
  }

  Instant now() {
    return view.now();
  }

  Optional<SenderView> find(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** Those that are down now, but for one. */
  List<String> downBeside(String id) {
    return view.senders().stream()
        .filter(sender -> sender.state() == SenderState.DOWN && !sender.id().equals(id))
        .map(SenderView::id)
        .sorted()
        .toList();
  }
}
