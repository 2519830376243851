package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.util.ArrayList;

/** {@code tinwire rm} and {@code tinwire mkdir}: one request without a body for each URL. */
final class ChangeCommand {
  /** RFC 4918 §9.3. */
  static final Method MKCOL = new Method("MKCOL");

  private final Method method;

  ChangeCommand(Method method) {
    this.method = method;
  }

  /** With all that is in it (RFC 4918 §9.6.1); ours leaves what is not empty alone otherwise. */
  static Request withAll(Request deletion) {
    return deletion.with("Depth", "infinity");
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var requests = new ArrayList<Request>();
    for (String text : parsed.all(Verbs.URLS)) {
      Request request = RequestPlan.of(RequestPlan.url(text), method, parsed, Payload.NONE);
      requests.add(parsed.has(Verbs.REMOVE_TREE) ? withAll(request) : request);
    }
    Output output = Output.of(parsed, standard);
    String who = method.equals(Method.DELETE) ? "tinwire rm" : "tinwire mkdir";
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
            int each = new Told(who, output).about(request, client.send(request));
            if (status == ExitStatus.DONE) status = each;
          }
          return status;
        });
  }
}
