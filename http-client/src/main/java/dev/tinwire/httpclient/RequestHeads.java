package dev.tinwire.httpclient;

import dev.tinwire.http.Basic;
import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.http.HostField;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.RequestLine;
import dev.tinwire.http.RequestTarget;
import dev.tinwire.wire.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the head that goes over the wire: what the caller said, and around it what HTTP wants or a
 * server expects. Pure.
 */
final class RequestHeads {
  static final String USER_AGENT = "tinwire/0.1";

  /**
   * Those with a place of their own. Where a body ends is known here and never taken from a caller:
   * two lengths that differ would be two requests to one server and one to another.
   */
  private static final List<String> OURS =
      List.of("Host", "Accept-Encoding", "Content-Length", "Transfer-Encoding");

  private RequestHeads() {}

  static RequestHead of(Request request, Route route) {
    var line = new RequestLine(request.method(), target(request, route), HttpVersion.HTTP_1_1);
    var lines = new ArrayList<FieldLine>();
    Fields given = request.fields();
    // First, so that a person who watches sees at once whom it is for (RFC 9110 §7.2).
    if (!given.has("Host")) lines.add(FieldLine.of("Host", request.url().hostField()));
    else given.first("Host").ifPresent(host -> addUnlessTaken(lines, "Host", host));
    add(lines, given, "User-Agent", USER_AGENT);
    add(lines, given, "Accept", "*/*");
    given
        .first("Accept-Encoding")
        .ifPresent(codings -> addUnlessTaken(lines, "Accept-Encoding", codings));
    framing(lines, request);
    if (route.forward()) proxyLogin(lines, route);
    given.lines().stream()
        .filter(field -> OURS.stream().noneMatch(field::isNamed))
        .filter(field -> !field.value().isEmpty())
        .forEach(lines::add);
    request.empty().forEach(name -> lines.add(FieldLine.of(name, "")));
    return new RequestHead(line, new Fields(lines));
  }

  private static void addUnlessTaken(List<FieldLine> lines, String name, String value) {
    if (!value.isEmpty()) lines.add(FieldLine.of(name, value));
  }

  /** An empty value takes a field of ours out, as {@code -H 'Accept:'} does in curl. */
  private static void add(List<FieldLine> lines, Fields given, String name, String value) {
    if (!given.has(name)) lines.add(FieldLine.of(name, value));
  }

  /** What the body is, and where it ends (RFC 9112 §6). */
  private static void framing(List<FieldLine> lines, Request request) {
    Payload payload = request.payload();
    Fields given = request.fields();
    payload
        .mediaType()
        .filter(_ -> !given.has("Content-Type"))
        .ifPresent(type -> lines.add(FieldLine.of("Content-Type", type)));
    if (payload.length().isEmpty() || chunked(request)) {
      lines.add(FieldLine.of("Transfer-Encoding", "chunked"));
    } else if (!payload.equals(Payload.NONE) || expectsBody(request.method())) {
      lines.add(FieldLine.of("Content-Length", Long.toString(payload.length().orElse(0))));
    }
    if (payload.length().orElse(Long.MAX_VALUE) > Roundtrip.EXPECTS_ABOVE && !given.has("Expect")) {
      lines.add(FieldLine.of("Expect", "100-continue"));
    }
  }

  /** The caller may wish for chunks, as with curl; of other codings we know none. */
  private static boolean chunked(Request request) {
    return !request.payload().equals(Payload.NONE)
        && request.fields().lists("Transfer-Encoding", "chunked");
  }

  /** RFC 9110 §8.6: where a body means something, its absence is said. */
  private static boolean expectsBody(Method method) {
    return method.equals(Method.POST) || method.equals(Method.PUT);
  }

  private static void proxyLogin(List<FieldLine> lines, Route route) {
    route
        .proxy()
        .flatMap(Proxy::login)
        .map(login -> new Basic(login.user(), login.password()))
        .ifPresent(basic -> lines.add(FieldLine.of("Proxy-Authorization", basic.fieldValue())));
  }

  static RequestTarget target(Request request, Route route) {
    Url url = request.url();
    String path = sendable(url.path().isEmpty() ? "/" : url.path());
    Optional<String> query = url.query().map(RequestHeads::sendable);
    if (request.method().equals(Method.OPTIONS) && url.path().equals("/*")) {
      return new RequestTarget.AsteriskForm();
    }
    if (!route.forward()) return new RequestTarget.OriginForm(path, query);
    var authority = new HostField(url.hostText(), url.port());
    return new RequestTarget.AbsoluteForm(url.scheme(), authority, path, query);
  }

  /** What a digest is made over: the target as it goes out to the origin. */
  static String target(Url url) {
    String path = sendable(url.path().isEmpty() ? "/" : url.path());
    return path + url.query().map(query -> "?" + sendable(query)).orElse("");
  }

  /** URLs may have a percent sign that encodes nothing; in a request it must (RFC 3986 §2.4). */
  private static String sendable(String text) {
    if (text.indexOf('%') < 0) return text;
    return text.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
  }
}
