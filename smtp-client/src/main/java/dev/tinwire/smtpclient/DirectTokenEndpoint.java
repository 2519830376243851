package dev.tinwire.smtpclient;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.tls.TlsClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One POST over one connection, in the message grammar that the whole suite shares: all that OAuth
 * wants of HTTP.
 */
final class DirectTokenEndpoint implements TokenEndpoint {
  private static final int MOST_INTERIM = 8;

  private final Dialler dialler;
  private final TlsClient tls;
  private final OAuthLimits limits;

  DirectTokenEndpoint(Dialler dialler, TlsClient tls, OAuthLimits limits) {
    this.dialler = dialler;
    this.tls = tls;
    this.limits = limits;
  }

  @Override
  public Answer post(String url, Map<String, String> form, Deadline deadline)
      throws IOException, InterruptedException {
    OAuthAddress to = OAuthAddress.parse(url);
    Deadline soon = deadline.orSooner(limits.exchange());
    try (Connection connection = open(to, soon)) {
      String doing = "waiting for the answer of " + to.server();
      return connection.within(soon, doing, () -> exchange(connection, to, Forms.print(form)));
    }
  }

  private Connection open(OAuthAddress to, Deadline deadline)
      throws IOException, InterruptedException {
    if (!to.tls()) return dialler.dial(to.server(), deadline).connection();
    return tls.connect(() -> dialler.dial(to.server(), deadline).connection(), deadline);
  }

  private Answer exchange(Connection connection, OAuthAddress to, String form) throws IOException {
    byte[] body = form.getBytes(StandardCharsets.US_ASCII);
    connection.writer().write(head(to, body.length).toBytes());
    connection.writer().write(body);
    connection.writer().flush();
    ResponseHead head = finalHead(connection);
    Framing framing =
        Framing.ofResponse(
            Method.POST, head.status(), head.fields(), head.line().version(), Set.of());
    Body in = Body.of(framing, connection.reader(), Limits.CLIENT);
    byte[] octets = in.readNBytes(limits.answer() + 1);
    if (octets.length > limits.answer()) throw new TooLong("the answer", limits.answer());
    return new Answer(head.status().code(), new String(octets, StandardCharsets.UTF_8));
  }

  private static RequestHead head(OAuthAddress to, int length) {
    var target = new RequestTarget.OriginForm(to.path(), Optional.empty());
    Fields fields =
        Fields.of(
            "Host", to.authority(),
            "Content-Type", "application/x-www-form-urlencoded",
            "Content-Length", Integer.toString(length),
            "Accept", "application/json",
            "Connection", "close");
    return new RequestHead(new RequestLine(Method.POST, target, HttpVersion.HTTP_1_1), fields);
  }

  private static ResponseHead finalHead(Connection connection) throws IOException {
    for (int i = 0; i < MOST_INTERIM; i++) {
      var head = ResponseHead.read(connection.reader(), Limits.CLIENT, Set.of());
      if (!head.status().isInformational()) return head;
    }
    throw new TooLong("interim answers", MOST_INTERIM);
  }
}
