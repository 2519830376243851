package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Cell;
import dev.tinwire.wire.terminal.Column;
import dev.tinwire.wire.terminal.Style;
import dev.tinwire.wire.terminal.Table;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** {@code tinwire ls}: what is in a folder of a server. */
final class LsCommand {
  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var requests = new ArrayList<Request>();
    for (String text : parsed.all(Verbs.URLS)) {
      Url url = RequestPlan.url(text);
      requests.add(RequestPlan.of(url, Method.GET, parsed, Payload.NONE));
    }
    Output output = Output.of(parsed, standard);
    var conversation = output.conversation(HttpExplanations::of);
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        requests.getFirst().url(),
        client -> {
          int status = ExitStatus.DONE;
          for (Request request : requests) {
            try {
              show(RemoteListing.fetch(client::send, request), output);
            } catch (Refused no) {
              output.err().println("tinwire ls: " + no.getMessage());
              status = GetStatus.of(no.status());
            }
          }
          return status;
        });
  }

  private static void show(RemoteListing listing, Output output) {
    if (output.json()) {
      for (var entry : listing.entries()) output.jsonLines().write(json(entry));
    } else if (output.outScreen().live()) {
      table(listing, output).forEach(output.out()::println);
    } else {
      for (var entry : listing.entries()) output.out().println(Visible.of(shown(entry)));
    }
  }

  private static List<String> table(RemoteListing listing, Output output) {
    var table = new Table(Column.left("name"), Column.right("size"), Column.left("changed (UTC)"));
    for (var entry : listing.entries()) {
      var name = entry.folder() ? Cell.of(Style.ACCENT, shown(entry)) : Cell.of(shown(entry));
      String size = entry.bytes().isPresent() ? Sizes.readable(entry.bytes().getAsLong()) : "";
      String changed =
          entry.modified().map(t -> t.toString().replace('T', ' ').replace("Z", "")).orElse("");
      table.add(name, Cell.of(size), Cell.of(changed));
    }
    return table.lines(output.outScreen());
  }

  private static String shown(RemoteListing.Entry entry) {
    return entry.folder() && !entry.name().endsWith("/") ? entry.name() + "/" : entry.name();
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
