package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.WindowSize;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** {@code tinwire page}: loads, then shows what came and when, or the page as text. */
final class PageCommand {
  private PageCommand() {}

  static int run(Parsed parsed, Standard standard)
      throws IOException, InterruptedException, UsageError {
    Url url = RequestPlan.url(parsed.get(PageOptions.URL));
    Request request = RequestPlan.of(url, Method.GET, parsed, Payload.NONE);
    Output output = Output.of(parsed, standard);
    var conversation = output.conversation(HttpExplanations::of);
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        url,
        client -> {
          if (parsed.has(PageOptions.TEXT)) return text(client, request, output);
          Optional<PageSave> save = save(parsed);
          PageLoad.Keeper keeper = save.isPresent() ? save.get() : (_, _, _, _) -> {};
          Instant began = Instant.now();
          var loaded = new PageLoad(client::send, keeper, request, System.nanoTime()).run();
          show(loaded, output);
          if (save.isPresent() && loaded.response().status().isSuccessful()) {
            int files = save.get().finish();
            Path index = parsed.get(PageOptions.SAVE).resolve(PageSave.INDEX);
            output.note(
                "saved in " + files + (files == 1 ? " file" : " files") + ": open " + index);
          }
          Optional<Path> har = parsed.find(PageOptions.HAR);
          if (har.isPresent()) har(loaded, began, har.get());
          return GetStatus.of(loaded.response().status());
        });
  }

  private static Optional<PageSave> save(Parsed parsed) throws IOException, UsageError {
    Optional<Path> folder = parsed.find(PageOptions.SAVE);
    if (folder.isEmpty()) return Optional.empty();
    if (parsed.has(PageOptions.TEXT)) throw new UsageError("--text fetches no parts to --save");
    return Optional.of(PageSave.into(folder.get(), parsed.has(Verbs.FORCE)));
  }

  private static int text(HttpClient client, Request request, Output output)
      throws IOException, InterruptedException {
    Response response = client.send(request);
    try (response) {
      byte[] bytes = response.bytes();
      int columns = output.outScreen().columns();
      var document = PageReader.document(response, bytes);
      output.out().println(SafeText.of(PageText.of(document, response.url(), columns)));
    }
    return GetStatus.of(response.status());
  }

  private static void show(PageLoad.Loaded loaded, Output output) throws InterruptedException {
    if (!output.json()) {
      Screen screen = WindowSize.measured(output.outScreen());
      Waterfall.of(loaded.parts(), screen).forEach(output.out()::println);
      return;
    }
    for (PagePart part : loaded.parts()) {
      Json.Obj json =
          Json.object()
              .put("url", part.url().toString())
              .put("kind", part.kind())
              .put("begin_ms", part.begin().toNanos() / 1e6)
              .put("bytes", part.bytes());
      if (part.response().isPresent()) {
        Response response = part.response().get();
        json =
            json.put("status", response.status().code())
                .put("received_bytes", response.received())
                .put("timing", JsonReport.timings(response.timings()));
      } else {
        json = json.put("error", part.error());
      }
      output.jsonLines().write(json);
    }
  }

  private static void har(PageLoad.Loaded loaded, Instant began, Path file) throws IOException {
    Duration whole =
        loaded.parts().stream()
            .map(PagePart::end)
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    String title = loaded.response().url().toString();
    var page = new Har.Page("page_1", title, began, whole);
    var entries = new ArrayList<Har.Entry>();
    Optional<String> id = Optional.of("page_1");
    for (PagePart part : loaded.parts()) {
      if (part.response().isEmpty()) continue;
      Response response = part.response().get();
      for (Hop hop : response.before()) {
        entries.add(new Har.Entry(hop, Har.Body.UNKNOWN, id, Optional.empty()));
      }
      var body = new Har.Body(response.received(), part.bytes(), Optional.empty());
      entries.add(new Har.Entry(response.last(), body, id, Optional.empty()));
    }
    HarFile.write(file, List.of(page), entries);
  }
}
