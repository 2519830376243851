package dev.tinwire.cli;

import dev.tinwire.heartbeat.StatusServer;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.http.PercentEncoding;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.http.Status;
import dev.tinwire.httpserver.Answer;
import dev.tinwire.httpserver.Content;
import dev.tinwire.httpserver.Handler;
import dev.tinwire.httpserver.HttpServer;
import dev.tinwire.httpserver.Request;
import dev.tinwire.httpserver.ServerLimits;
import dev.tinwire.httpserver.ServerOptions;
import dev.tinwire.wire.Addresses;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.Family;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Resolver;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;

/** Serves a monitor's status page with the suite's own HTTP server. */
final class StatusPages implements StatusServer {
  private static final Duration LOOKUP = Duration.ofSeconds(10);
  private static final int VIEWERS = 1000;

  @Override
  public Running start(Endpoint where, Site site) throws IOException {
    var limits = ServerLimits.DEFAULT.withConnections(VIEWERS).withGrace(Duration.ofSeconds(1));
    var addresses = addresses(where);
    var options = ServerOptions.at(addresses).withLimits(limits);
    var server = HttpServer.start(options, handler(site, AskedName.of(where, addresses)));
    return new Running() {
      @Override
      public int port() {
        return server.port();
      }

      @Override
      public void close() {
        server.close();
      }
    };
  }

  private static List<InetSocketAddress> addresses(Endpoint where) throws IOException {
    try {
      var found = Addresses.by(Resolver.system()).of(where, Family.ANY, Deadline.in(LOOKUP));
      return found.stream().map(address -> new InetSocketAddress(address, where.port())).toList();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("ended while looking up " + where);
    }
  }

  private static Handler handler(Site site, AskedName asked) {
    return request -> {
      if (!asked.allows(request)) return refusal(421);
      boolean reads = request.method().equals(Method.GET) || request.method().equals(Method.HEAD);
      if (!reads) return refusal(405).with("Allow", "GET, HEAD");
      return path(request).isEmpty() ? refusal(400) : answer(site.page(path(request)));
    };
  }

  /** Empty where nothing of a site can be meant. */
  private static String path(Request request) {
    String encoded =
        switch (request.target()) {
          case RequestTarget.OriginForm(var path, _) -> path;
          case RequestTarget.AbsoluteForm(_, _, var path, _) -> path;
          case RequestTarget.AuthorityForm _, RequestTarget.AsteriskForm _ -> "";
        };
    try {
      return PercentEncoding.decodeUtf8("path", encoded);
    } catch (Malformed _) {
      return "";
    }
  }

  private static Answer refusal(int code) {
    var status = new Status(code);
    return Answer.of(status, Content.of(status + "\n"))
        .with("Content-Type", "text/plain; charset=utf-8");
  }

  private static Answer answer(Page page) {
    var answer = new Answer(new Status(page.status()), Fields.NONE, content(page.body()));
    answer = answer.with("Content-Type", page.mediaType());
    for (var field : page.fields().entrySet()) {
      answer = answer.with(field.getKey(), field.getValue());
    }
    // Behind a stream there is nothing, and a connection kept idle would delay the end.
    boolean endless = page.body() instanceof StatusServer.Body.Stream;
    return endless ? answer.with("Connection", "close").with("X-Accel-Buffering", "no") : answer;
  }

  private static Content content(StatusServer.Body body) {
    return switch (body) {
      case StatusServer.Body.Text(String text) -> Content.of(text);
      case StatusServer.Body.Stream(Writer writer) ->
          new Content.Written(OptionalLong.empty(), new Stream(writer));
    };
  }

  /** The same stream as the server knows them. */
  private record Stream(Writer writer) implements Content.Written.Writer {
    @Override
    public void writeTo(OutputStream out) throws IOException {
      writer.writeTo(out);
    }

    @Override
    public void close() {
      writer.close();
    }
  }
}
