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

  /**
   * A deletion, of a folder only if all in it is to go. Without the field servers take every folder
   * with all in it (RFC 4918 §9.6.1); with a zero Apache, nginx and lighttpd refuse one, and ours
   * takes it if it is empty.
   */
  static Request deletion(Request plain, boolean withAll) {
    return plain.with("Depth", withAll ? "infinity" : "0");
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var requests = new ArrayList<Request>();
    for (String text : parsed.all(Verbs.URLS)) {
      Request request = RequestPlan.of(RequestPlan.url(text), method, parsed, Payload.NONE);
      boolean deletes = method.equals(Method.DELETE);
      requests.add(deletes ? deletion(request, parsed.has(Verbs.REMOVE_TREE)) : request);
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
