package dev.tinwire.httpclient;

import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Cell;
import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.DisplayWidth;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import dev.tinwire.wire.terminal.Table;
import java.util.ArrayList;
import java.util.List;

/** Shows a listing: names, or a table with sizes and times, or JSON. */
final class ListingView {
  private final Output output;
  private final Screen screen;

  ListingView(Output output, Screen screen) {
    this.output = output;
    this.screen = screen;
  }

  /** With sizes and times where wanted; JSON has them always. */
  void show(RemoteListing listing, boolean facts) {
    if (output.json()) {
      for (var entry : listing.entries()) output.jsonLines().write(json(entry));
    } else if (facts) {
      table(listing).forEach(output.out()::println);
    } else if (screen.live()) {
      columns(listing).forEach(output.out()::println);
    } else {
      for (var entry : listing.entries()) output.out().println(Visible.of(entry.shown()));
    }
  }

  /** As many beside each other as fit, read downwards. */
  private List<String> columns(RemoteListing listing) {
    var names = listing.entries().stream().map(e -> Visible.of(e.shown())).toList();
    int width = names.stream().mapToInt(DisplayWidth::of).max().orElse(0) + 2;
    int across = Math.max(1, (screen.columns() + 2) / width);
    int down = Math.ceilDiv(names.size(), across);
    var lines = new ArrayList<String>();
    for (int row = 0; row < down; row++) {
      var line = new StringBuilder();
      for (int i = row; i < names.size(); i += down) {
        String name = names.get(i);
        boolean folder = listing.entries().get(i).folder();
        line.append(folder ? screen.paint(Style.ACCENT, name) : name);
        if (i + down < names.size()) line.append(DisplayWidth.gap(name, width));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private List<String> table(RemoteListing listing) {
    var table = new Table(Column.left("name"), Column.right("size"), Column.left("changed (UTC)"));
    for (var entry : listing.entries()) {
      var name = entry.folder() ? Cell.of(Style.ACCENT, entry.shown()) : Cell.of(entry.shown());
      String size = entry.bytes().isPresent() ? Sizes.readable(entry.bytes().getAsLong()) : "";
      String changed =
          entry.modified().map(t -> t.toString().replace('T', ' ').replace("Z", "")).orElse("");
      table.add(name, Cell.of(size), Cell.of(changed));
    }
    return table.lines(screen);
  }

  private static Json.Obj json(RemoteListing.Entry entry) {
    Json.Obj json =
        Json.object()
            .put("name", entry.name())
            .put("type", entry.folder() ? "folder" : "file")
            .put("href", entry.href());
    if (entry.bytes().isPresent()) json = json.put("bytes", entry.bytes().getAsLong());
    return entry.modified().isPresent()
        ? json.put("modified", entry.modified().get().toString())
        : json;
  }
}
