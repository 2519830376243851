package dev.tinwire.heartbeat;

import dev.tinwire.wire.terminal.Bar;
import dev.tinwire.wire.terminal.Cell;
import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import dev.tinwire.wire.terminal.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The live table as lines of text. Pure, but for what it asks of the history. */
final class LiveTable {
  private static final int BAR = 12;
  private static final int CELLS = 30;
  private static final String KEYS =
      "q quit  / filter  s sort  j k move  m mute  u unmute  a ack  w why  r reload";

  private final Observatory observatory;
  private final Screen screen;

  LiveTable(Observatory observatory, Screen screen) {
    this.observatory = observatory;
    this.screen = screen;
  }

  /** All that is to be seen in a window of so many lines. */
  List<String> lines(Viewing viewing, List<SenderView> rows, List<String> messages, int height) {
    var view = observatory.scene().view();
    var lines = new ArrayList<String>();
    lines.add(header(view));
    if (view.blind()) {
      lines.add(screen.paint(Style.BAD, "BLIND: so many are late at once that it must be us"));
    }
    lines.add(filterLine(viewing));
    int room = Math.max(1, height - lines.size() - messages.size() - 2);
    int first =
        Math.clamp(viewing.selection(ids(rows)) - room + 1L, 0, Math.max(0, rows.size() - 1));
    var shown = rows.subList(first, Math.min(rows.size(), first + room));
    lines.addAll(table(shown, viewing, rows).lines(screen));
    messages.forEach(message -> lines.add(screen.paint(Style.DIM, message)));
    lines.add(screen.paint(Style.DIM, KEYS));
    return lines;
  }

  static List<String> ids(List<SenderView> rows) {
    return rows.stream().map(SenderView::id).toList();
  }

  private String header(FleetView view) {
    String counts =
        Stream.of(SenderState.values())
            .map(state -> count(view, state))
            .flatMap(Optional::stream)
            .collect(Collectors.joining("  "));
    String rate = String.format(Locale.ROOT, "%.1f beats/s", view.perSecond());
    String drops = view.ownDrops() > 0 ? "  " + view.ownDrops() + " dropped by us" : "";
    String rejected = view.rejected() > 0 ? "  " + view.rejected() + " rejected" : "";
    return (counts.isEmpty() ? "no senders yet" : counts) + "  " + rate + drops + rejected;
  }

  private Optional<String> count(FleetView view, SenderState state) {
    long count = view.senders().stream().filter(sender -> sender.state() == state).count();
    if (count == 0) return Optional.empty();
    return Optional.of(screen.paint(style(state), count + " " + AlertText.word(state)));
  }

  private String filterLine(Viewing viewing) {
    String sorted = "sorted by " + viewing.order().word();
    if (viewing.typing()) return sorted + "  filter: " + viewing.filter() + "_";
    return viewing.filter().isEmpty() ? sorted : sorted + "  filter: " + viewing.filter();
  }

  private Table table(List<SenderView> shown, Viewing viewing, List<SenderView> rows) {
    var table =
        new Table(
            Column.left(""),
            Column.left("STATE"),
            Column.left("ID"),
            Column.left("SILENCE"),
            Column.right("OF"),
            Column.right("JITTER"),
            Column.decimal("LOST %"),
            Column.right("RESTARTS"),
            Column.left("LAST 30 MIN"),
            Column.left("NOTE"));
    String selected = rows.isEmpty() ? "" : rows.get(viewing.selection(ids(rows))).id();
    for (SenderView sender : shown) table.add(row(sender, sender.id().equals(selected)));
    return table;
  }

  private Cell[] row(SenderView sender, boolean selected) {
    Style style = style(sender.state());
    String age = sender.lastSeen() == null ? "never" : Moments.span(sender.age());
    String bar = Bar.of(Trouble.silence(sender), BAR, screen);
    String padded = bar + " ".repeat(Math.max(0, BAR - bar.length()));
    return new Cell[] {
      Cell.of(Style.STRONG, selected ? ">" : " "),
      Cell.of(style, AlertText.word(sender.state())),
      Cell.of(sender.id()),
      Cell.of(style, padded + " " + age),
      Cell.of(Moments.span(sender.deadline())),
      Cell.of(Moments.span(sender.jitter())),
      Cell.of(String.format(Locale.ROOT, "%.1f", observatory.history().lastHour(sender).percent())),
      Cell.of(Long.toString(sender.restarts())),
      Cell.of(strip(sender.id())),
      Cell.of(Style.DIM, note(sender))
    };
  }

  private String note(SenderView sender) {
    var notes = new ArrayList<String>();
    observatory.hold(sender).map(Hold::words).ifPresent(notes::add);
    if (sender.acknowledged()) notes.add("acknowledged");
    if (sender.flapping() && notes.isEmpty()) notes.add("flapping");
    return String.join(", ", notes);
  }

  private String strip(String id) {
    var cells = observatory.history().strip(id);
    return cells.subList(cells.size() - CELLS, cells.size()).stream()
        .map(this::sign)
        .collect(Collectors.joining());
  }

  private String sign(Strip.Cell cell) {
    return switch (cell) {
      case UNKNOWN -> screen.unicode() ? "·" : " ";
      case UP -> screen.unicode() ? "▁" : ".";
      case BYE -> screen.unicode() ? "▂" : "-";
      case LATE -> screen.unicode() ? "▄" : "+";
      case DOWN -> screen.unicode() ? "█" : "#";
    };
  }

  private static Style style(SenderState state) {
    return switch (state) {
      case UP -> Style.GOOD;
      case LATE -> Style.WARN;
      case DOWN -> Style.BAD;
      case NEW -> Style.ACCENT;
      case BYE -> Style.DIM;
    };
  }
}
