package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Goes where answers send it, as a browser does, and as far as the limit lets it. */
final class Following {
  private final Engine engine;
  private final ClientOptions options;
  private final Cookies cookies;

  Following(Engine engine, ClientOptions options) {
    this.engine = engine;
    this.options = options;
    this.cookies = new Cookies(options.jar(), options.conversation());
  }

  Response send(Request first, Deadline deadline) throws IOException, InterruptedException {
    var before = new ArrayList<Hop>();
    Request request = first;
    while (true) {
      Response response = engine.exchange(cookies.addTo(request), deadline);
      cookies.receive(request.url(), response.fields());
      Optional<Request> next = next(request, response);
      if (next.isEmpty() || options.limits().redirects() == 0) {
        return response.with(before, response.body());
      }
      if (before.size() >= options.limits().redirects()) {
        response.close();
        throw new WireException(
            "more than "
                + options.limits().redirects()
                + " redirects, the last to "
                + Visible.of(next.get().url().toString()));
      }
      response.close();
      before.add(response.last());
      options.conversation().note("goes on to " + next.get().url());
      request = next.get();
    }
  }

  private static Optional<Request> next(Request request, Response response) throws WireException {
    Optional<String> location = response.fields().first("Location");
    int code = response.status().code();
    boolean redirect = code == 301 || code == 302 || code == 303 || code == 307 || code == 308;
    if (!redirect || location.isEmpty()) return Optional.empty();
    Url to = request.url().resolve(HeadLines.text(location.get()));
    if (!to.isHttp()) {
      throw new WireException("redirected to " + Visible.of(to.toString()) + ", which is not http");
    }
    if (to.fragment().isEmpty()) to = to.withFragment(request.url().fragment());
    Request next = withMethod(request, code).withUrl(to);
    if (!next.payload().repeatable()) {
      throw new WireException(
          response.status() + " wants the body sent again to " + to + ", and it can be read once");
    }
    if (to.origin().isSameAs(request.url().origin())) return Optional.of(next);
    Fields fields = next.fields();
    for (String name : List.of("Authorization", "Cookie", "Proxy-Authorization", "Host")) {
      fields = fields.without(name);
    }
    return Optional.of(next.withFields(fields));
  }

  /** RFC 9110 §15.4: browsers turn a POST into a GET at 301 and 302, and all but HEAD at 303. */
  private static Request withMethod(Request request, int code) {
    boolean post = request.method().equals(Method.POST) && (code == 301 || code == 302);
    boolean other = code == 303 && !request.method().equals(Method.HEAD);
    if (!post && !other) return request;
    Fields fields = request.fields().without("Content-Type").without("Content-Encoding");
    return request.withMethod(Method.GET).withPayload(Payload.NONE).withFields(fields);
  }
}
