package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a command line of {@code tinwire get} asks for, before anything is sent. */
final class GetPlan {
  private GetPlan() {}

  static List<GetItem> of(Parsed parsed, Standard standard, Optional<Method> verb)
      throws UsageError, IOException {
    var texts = new ArrayList<String>(parsed.all(GetOptions.URLS));
    // curl wants "-C -"; the dash says nothing here.
    if (parsed.has(GetOptions.CONTINUE)) texts.remove("-");
    Optional<Path> input = parsed.find(GetOptions.INPUT);
    if (input.isPresent()) texts.addAll(lines(input.get(), standard));
    if (texts.isEmpty()) throw new UsageError("say which URL");
    var outputs = parsed.all(ShowOptions.OUTPUT);
    if (outputs.size() > texts.size()) {
      throw new UsageError(
          "there are " + outputs.size() + " --output for " + texts.size() + " URLs");
    }
    check(parsed, texts.size());
    boolean asQuery = parsed.has(BodyOptions.AS_QUERY);
    Payload payload = asQuery ? Payload.NONE : RequestPlan.payload(parsed, standard);
    String query = asQuery ? query(parsed, standard) : "";
    Method method = verb.orElseGet(() -> method(parsed, payload));
    var urls = new TypedUrls();
    Url first = TypedUrl.of(TypedUrl.asking(texts.getFirst(), query), false, urls);
    Request request = RequestPlan.of(first, method, parsed, payload);
    var items = new ArrayList<GetItem>();
    for (int i = 0; i < texts.size(); i++) {
      if (i > 0) {
        Url url = TypedUrl.of(TypedUrl.asking(texts.get(i), query), true, urls);
        request = request.withUrl(url);
      }
      var destination = destination(parsed, i < outputs.size() ? outputs.get(i) : "");
      items.add(new GetItem(request, destination));
    }
    return items;
  }

  private static void check(Parsed parsed, int urls) throws UsageError {
    boolean files =
        parsed.has(ShowOptions.REMOTE_NAME) || !parsed.all(ShowOptions.OUTPUT).isEmpty();
    if (parsed.has(GetOptions.CONTINUE) && !files) {
      throw new UsageError("--continue goes on with a file: add -O or -o FILE");
    }
    if (parsed.find(GetOptions.SHA256).isPresent() && urls > 1) {
      throw new UsageError("--sha256 is the digest of one file, and there are " + urls + " URLs");
    }
    if (parsed.find(GetOptions.SHA256).isPresent() && !files) {
      throw new UsageError("--sha256 keeps what is right and nothing else: add -O or -o FILE");
    }
    boolean body = hasBody(parsed) && !parsed.has(BodyOptions.AS_QUERY);
    if (parsed.has(ShowOptions.HEAD) && body) {
      throw new UsageError("--head asks for a head, --data sends a body: choose one");
    }
  }

  private static boolean hasBody(Parsed parsed) {
    return FormData.isSaid(parsed)
        || parsed.find(BodyOptions.JSON_BODY).isPresent()
        || FormOptions.isSaid(parsed);
  }

  private static String query(Parsed parsed, Standard standard) throws UsageError, IOException {
    if (parsed.find(BodyOptions.JSON_BODY).isPresent() || FormOptions.isSaid(parsed)) {
      throw new UsageError("--get puts --data into the URL; JSON and files have no room there");
    }
    return new String(FormData.of(parsed, standard), StandardCharsets.UTF_8);
  }

  private static Method method(Parsed parsed, Payload payload) {
    Optional<String> said = parsed.find(BodyOptions.METHOD);
    if (said.isPresent()) return new Method(said.get());
    if (parsed.has(ShowOptions.HEAD)) return Method.HEAD;
    return payload.equals(Payload.NONE) ? Method.GET : Method.POST;
  }

  private static Destination destination(Parsed parsed, String output) throws UsageError {
    if (output.equals("-")) return new Destination.Raw();
    if (!output.isEmpty()) {
      try {
        return new Destination.Named(AskOptions.file(output));
      } catch (Malformed e) {
        throw UsageError.of(ShowOptions.OUTPUT, e);
      }
    }
    if (!parsed.has(ShowOptions.REMOTE_NAME)) return new Destination.Shown();
    return new Destination.Received(Path.of(""), parsed.has(ShowOptions.FORCE));
  }

  private static List<String> lines(Path file, Standard standard) throws IOException {
    String text =
        file.toString().equals("-")
            ? new String(standard.in().readAllBytes(), StandardCharsets.UTF_8)
            : new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    return text.lines().map(String::strip).filter(l -> !l.isEmpty() && !l.startsWith("#")).toList();
  }
}
