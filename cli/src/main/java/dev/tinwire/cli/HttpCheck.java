package dev.tinwire.cli;

import static dev.tinwire.cli.HouseChecks.PATIENCE;
import static dev.tinwire.cli.HouseChecks.expect;

import dev.tinwire.http.Body;
import dev.tinwire.http.BodyOutput;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/** One message each way: the grammar that client and server share understands itself. */
final class HttpCheck {
  private HttpCheck() {}

  static void run() throws Exception {
    try (var guest = Guest.treated(HttpCheck::answer);
        Connection us = SocketChecks.dial(guest.endpoint())) {
      String body = us.within(Deadline.in(PATIENCE), "waiting for an answer", () -> ask(us));
      expect("GET /hello?again HTTP/1.1", body);
      guest.leave();
    }
  }

  private static String ask(Connection us) throws IOException {
    var target = new RequestTarget.OriginForm("/hello", Optional.of("again"));
    var line = new RequestLine(Method.GET, target, HttpVersion.HTTP_1_1);
    us.writer().write(new RequestHead(line, Fields.of("Host", us.peer().toString())).toBytes());
    us.writer().flush();
    ResponseHead head = ResponseHead.read(us.reader(), Limits.CLIENT, Set.of());
    expect(Status.OK, head.status());
    Framing framing =
        Framing.ofResponse(
            Method.GET, head.status(), head.fields(), head.line().version(), Set.of());
    Body body = Body.of(framing, us.reader(), Limits.CLIENT);
    return new String(body.readAllBytes(), StandardCharsets.US_ASCII);
  }

  /** Answers with the request line, in chunks. */
  private static void answer(Connection them) throws IOException {
    RequestHead request = RequestHead.read(them.reader(), Limits.SERVER, Set.of());
    var fields = Fields.of("Transfer-Encoding", "chunked");
    them.writer().write(new ResponseHead(new StatusLine(Status.OK), fields).toBytes());
    BodyOutput body = BodyOutput.chunked(them.writer());
    body.write(request.line().toString().getBytes(StandardCharsets.US_ASCII));
    body.finish();
    them.writer().flush();
  }
}
