package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Complaint;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.OutputFailed;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** {@code tinwire get}: fetches one URL after the other over kept connections. */
final class GetCommand {
  private final Parsed parsed;
  private final String name;
  private final Output output;
  private final Optional<String> sha256;
  private final Optional<HarFile> har;
  private final boolean asksAhead;
  private final HttpClient client;
  private final Retrying sender;
  private final Showing showing;
  private final Optional<Integer> times;
  private final boolean mirror;

  /** What the line says of all its URLs is asked once: a run may have hundreds. */
  private GetCommand(Parsed parsed, String name, Output output, HttpClient client) {
    this.parsed = parsed;
    this.name = name;
    this.output = output;
    this.client = client;
    this.sha256 = parsed.find(GetOptions.SHA256);
    this.har = parsed.find(ShowOptions.HAR).map(HarFile::new);
    boolean tells = output.verbose() || output.json() || parsed.has(ShowOptions.TIMING);
    int retries = parsed.get(GetOptions.RETRY);
    this.asksAhead = !tells && har.isEmpty() && retries == 0;
    this.sender = new Retrying(client::send, retries, output, new Random());
    boolean include = parsed.has(ShowOptions.INCLUDE);
    this.showing = new Showing(sender, output, include, parsed.has(FingerOptions.FAIL));
    this.times = parsed.find(GetOptions.REPEAT);
    this.mirror = parsed.has(GetOptions.MIRROR);
  }

  static int run(Parsed parsed, Standard standard)
      throws IOException, InterruptedException, UsageError {
    return run(parsed, standard, "get", Optional.empty());
  }

  /**
   * With a method that the verb says.
   *
   * @param name the verb's, which a complaint begins with
   */
  static int run(Parsed parsed, Standard standard, String name, Optional<Method> verb)
      throws IOException, InterruptedException, UsageError {
    List<GetItem> items = GetPlan.of(parsed, standard, verb);
    Output output = quiet(Output.of(parsed, standard), parsed);
    if (!parsed.has(FingerOptions.GLOBOFF)) {
      for (String text : parsed.all(GetOptions.URLS)) {
        TypedUrl.pattern(text).ifPresent(output::note);
      }
    }
    boolean files = items.stream().anyMatch(item -> item.destination().isFile());
    if (files || parsed.has(GetOptions.MIRROR)) Unfinished.tell("tinwire " + name, output);
    var conversation = output.conversation(HttpExplanations::of);
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        items.getFirst().request().url(),
        client -> new GetCommand(parsed, name, output, client).allAndHar(items));
  }

  /** {@code -s} is what curl's users write for {@code -q}. */
  private static Output quiet(Output output, Parsed parsed) {
    if (!parsed.has(FingerOptions.SILENT)) return output;
    return new Output(
        output.out(),
        output.outScreen(),
        output.err(),
        output.errScreen(),
        output.json(),
        true,
        output.verbose(),
        output.explain());
  }

  private int allAndHar(List<GetItem> items) throws IOException, InterruptedException {
    int status = all(items);
    if (har.isPresent()) har.get().write();
    return status;
  }

  /** The status of the first that failed: those after it may not have mattered any more. */
  private int all(List<GetItem> items) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (int i = 0; i < items.size(); i++) {
      GetItem item = items.get(i);
      int next = i + 1;
      int each;
      try {
        each = one(item, () -> ahead(items, next));
      } catch (OutputFailed e) {
        throw e;
      } catch (IOException e) {
        each = failed(item, e);
      }
      if (status == ExitStatus.DONE) status = each;
    }
    return status;
  }

  /**
   * Asks for what comes next, before the answer that is here is shown. Not where the way of an
   * answer is shown as well, nor where the request depends on what is in a file.
   */
  private void ahead(List<GetItem> items, int next) {
    if (!asksAhead || next >= items.size() || items.get(next).destination().isFile()) return;
    client.ahead(items.get(next).request());
  }

  private int failed(GetItem item, IOException e) {
    String why = Complaint.about(e).line();
    complain(item.request().url() + ": " + why);
    if (output.json()) {
      output.jsonLines().write(JsonReport.failed(item.request().url(), why));
    }
    return e instanceof NotVerified ? GetStatus.NOT_VERIFIED : ExitStatus.REFUSED;
  }

  private int one(GetItem item, Runnable received) throws IOException, InterruptedException {
    if (times.isPresent()) return new Repetition(client, output).run(item.request(), times.get());
    if (mirror) {
      var into =
          item.destination() instanceof Destination.Named(Path folder) ? folder : Path.of("");
      return new Mirror(sender, output).run(item.request(), into);
    }
    Fetched fetched = fetch(item, received);
    if (har.isPresent()) har.get().add(fetched);
    report(fetched, item.destination());
    return fetched.status();
  }

  private Fetched fetch(GetItem item, Runnable received) throws IOException, InterruptedException {
    // No pattern switch where every start passes: linking one costs some 5 ms.
    if (!item.destination().isFile()) {
      boolean raw = item.destination() instanceof Destination.Raw;
      return showing.run(item.request(), raw, received);
    }
    return download(item);
  }

  private Fetched download(GetItem item) throws IOException, InterruptedException {
    boolean resume = parsed.has(GetOptions.CONTINUE);
    int segments = parsed.get(GetOptions.SEGMENTS);
    return new Perseverance(sender, output)
        .fetch(item.request(), item.destination(), resume, sha256, segments);
  }

  private void report(Fetched fetched, Destination destination) {
    Response response = fetched.response();
    boolean unsaved = fetched.file().isEmpty() && destination.isFile();
    if (unsaved && !output.json()) complain(response, "; nothing was saved");
    if (!destination.isFile() && showsNothing(fetched, destination)) complain(response, "");
    if (parsed.has(ShowOptions.TIMING) && !output.json()) {
      for (Hop hop : response.before()) chart(hop);
      chart(response.last());
    }
    if (output.json()) output.jsonLines().write(JsonReport.of(fetched));
  }

  /** A refusal that nobody would hear of: without a body, or with one that is kept back. */
  private boolean showsNothing(Fetched fetched, Destination destination) {
    if (fetched.status() == ExitStatus.DONE || output.json()) return false;
    if (parsed.has(FingerOptions.FAIL)) return true;
    boolean head = parsed.has(ShowOptions.INCLUDE) || parsed.has(ShowOptions.HEAD);
    boolean eyes = output.outScreen().live() && !(destination instanceof Destination.Raw);
    return fetched.bytes() == 0 && !head && !eyes;
  }

  private void complain(Response response, String more) {
    String status = Visible.of(response.status().toString());
    complain(response.url() + ": " + status + LoginAdvice.of(response) + more);
  }

  private void complain(String line) {
    output.err().println("tinwire " + name + ": " + line);
  }

  private void chart(Hop hop) {
    TimingChart.of(hop, output.errScreen()).forEach(output.err()::println);
  }
}
