package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.util.ArrayList;

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
              RemoteListing listing = RemoteListing.fetch(client::send, request);
              new ListingView(output, output.outScreen()).show(listing, output.outScreen().live());
            } catch (Refused no) {
              output.err().println("tinwire ls: " + no.getMessage());
              status = GetStatus.of(no.status());
            }
          }
          return status;
        });
  }
}
