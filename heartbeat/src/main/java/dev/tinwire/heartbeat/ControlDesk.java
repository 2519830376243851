package dev.tinwire.heartbeat;

import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Table;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what a request asks, and answers in words. */
final class ControlDesk implements Function<ControlRequest, ControlAnswer> {
  private final Observatory observatory;
  private final Supplier<LiveConfig.Reloaded> reload;

  ControlDesk(Observatory observatory, Supplier<LiveConfig.Reloaded> reload) {
    this.observatory = observatory;
    this.reload = reload;
  }

  @Override
  public ControlAnswer apply(ControlRequest request) {
    var answer =
        switch (request) {
          case ControlRequest.Mute(String id, Duration time) -> mute(id, time);
          case ControlRequest.Unmute(String id) ->
              said(
                  observatory.fleet().mute(id, observatory.scene().now()),
                  id,
                  id + " is heard again");
          case ControlRequest.Acknowledge(String id) -> acknowledge(id);
          case ControlRequest.Forget(String id) ->
              said(observatory.fleet().forget(id), id, id + " is forgotten");
          case ControlRequest.Why(String id) -> why(id);
          case ControlRequest.Enumerate(boolean json) ->
              new ControlAnswer(true, json ? objects() : table());
          case ControlRequest.Tally(boolean json) -> new ControlAnswer(true, report(json));
          case ControlRequest.Reload() -> {
            var reloaded = reload.get();
            yield new ControlAnswer(reloaded.done(), reloaded.lines());
          }
        };
    observatory.stale();
    return answer;
  }

  private ControlAnswer mute(String id, Duration time) {
    var until = observatory.scene().now().plus(time);
    boolean done = observatory.fleet().mute(id, until);
    return said(done, id, id + " is muted until " + Moments.print(until));
  }

  private ControlAnswer acknowledge(String id) {
    var sender = observatory.scene().find(id);
    if (sender.isPresent() && sender.get().state() != SenderState.DOWN) {
      return ControlAnswer.no(
          id
              + " is not down but "
              + AlertText.word(sender.get().state())
              + "; there is nothing to acknowledge");
    }
    return said(
        observatory.fleet().acknowledge(id), id, id + ": no more reminders until it is back");
  }

  private ControlAnswer why(String id) {
    var sender = observatory.scene().find(id);
    if (sender.isEmpty()) return unknown(id);
    String why = observatory.fleet().why(id);
    return observatory
        .hold(sender.get())
        .map(hold -> ControlAnswer.ok(why, "nobody is called because of it: " + hold.words()))
        .orElseGet(() -> ControlAnswer.ok(why));
  }

  private static ControlAnswer said(boolean done, String id, String words) {
    return done ? ControlAnswer.ok(words) : unknown(id);
  }

  private static ControlAnswer unknown(String id) {
    return ControlAnswer.no("there is no sender " + id + "; monitor list names them all");
  }

  private List<String> objects() {
    var scene = observatory.scene();
    return Trouble.sorted(scene.view().senders()).stream()
        .map(s -> SenderJson.of(s, scene.config().group(s.id()), observatory.hold(s), true).print())
        .toList();
  }

  private List<String> report(boolean json) {
    var scene = observatory.scene();
    var uptimes = observatory.uptimes();
    return json
        ? Report.json(scene.view(), uptimes, scene.config())
        : Report.csv(scene.view(), uptimes, scene.config());
  }

  private List<String> table() {
    var scene = observatory.scene();
    var table =
        new Table(
            Column.left("STATE"),
            Column.left("ID"),
            Column.right("SILENT"),
            Column.right("DEADLINE"),
            Column.decimal("LOST %"),
            Column.right("RESTARTS"),
            Column.left("SINCE"),
            Column.left("HELD"));
    for (SenderView sender : Trouble.sorted(scene.view().senders())) {
      Loss loss = observatory.history().lastHour(sender);
      table.add(
          AlertText.word(sender.state()),
          sender.id(),
          sender.lastSeen() == null ? "-" : Moments.span(sender.age()),
          Moments.span(sender.deadline()),
          String.format(Locale.ROOT, "%.1f", loss.percent()),
          Long.toString(sender.restarts()),
          Moments.print(sender.since()),
          observatory.hold(sender).map(Hold::words).orElse(""));
    }
    return table.lines(Screen.PLAIN);
  }
}
