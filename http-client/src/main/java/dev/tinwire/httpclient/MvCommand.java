package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;

/** {@code tinwire mv}: asks the server to move (RFC 4918 §9.9). */
final class MvCommand {
  private static final Method MOVE = new Method("MOVE");

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    Url from = RequestPlan.url(parsed.get(Verbs.FROM));
    Url to = target(from, parsed.get(Verbs.TO));
    Request asked =
        moving(RequestPlan.of(from, MOVE, parsed, Payload.NONE), to, parsed.has(Verbs.FORCE));
    Output output = Output.of(parsed, standard);
    var conversation = output.conversation(HttpExplanations::of);
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        from,
        client -> new Told("tinwire mv", output).about(asked, client.send(asked)));
  }

  /**
   * Both are said, for RFC 4918 §10.6 replaces what is there unless told otherwise, and careful
   * servers, such as ours, only if told so.
   */
  static Request moving(Request from, Url to, boolean replace) {
    Request request = from.withMethod(MOVE).with("Destination", to.href());
    return request.with("Overwrite", replace ? "T" : "F");
  }

  /**
   * A name, a path, or a URL; the host and port of the old one in front may stand without a scheme,
   * as they may there. Any other host would be taken for a name.
   */
  private static Url target(Url from, String text) throws UsageError {
    try {
      String host = from.hostField();
      boolean typed = host.contains(":") && text.startsWith(host + "/");
      Url to = from.resolve(typed ? "//" + text : text);
      if (to.origin().isSameAs(from.origin())) return to.withoutCredentials();
    } catch (Malformed e) {
      throw UsageError.of(Verbs.TO, e);
    }
    throw new UsageError("a server can only move within itself, not to " + Visible.of(text));
  }
}
