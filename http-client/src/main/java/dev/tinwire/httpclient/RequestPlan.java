package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What to ask, made of the command line before anything is sent; a mistake of the user ends it. */
final class RequestPlan {
  private static final String FORM = "application/x-www-form-urlencoded";

  private RequestPlan() {}

  /** The request for the first URL; those for others differ in nothing else. */
  static Request of(Url url, Method usual, Parsed parsed, Payload payload) {
    var request = Request.of(usual, url).withPayload(payload);
    var empty = new ArrayList<String>();
    for (SaidField said : parsed.all(AskOptions.HEADER)) {
      FieldLine line = said.line();
      request = request.withFields(request.fields().and(line.name(), line.value()));
      if (said.empty()) empty.add(line.name());
    }
    if (!empty.isEmpty()) request = request.withEmpty(List.copyOf(empty));
    var cookies = parsed.all(AskOptions.COOKIE);
    if (!cookies.isEmpty()) request = request.with("Cookie", String.join("; ", cookies));
    Optional<String> agent = parsed.find(AskOptions.AGENT);
    return agent.isEmpty() ? request : request.with("User-Agent", agent.get());
  }

  static Url url(String text) throws UsageError {
    return url(text, new TypedUrls());
  }

  static Url url(String text, TypedUrls urls) throws UsageError {
    try {
      Url url = urls.read(text);
      if (url.isHttp()) return url;
      throw new UsageError(
          "only http: and https: can be fetched, not " + Visible.cut(url.toString(), 80));
    } catch (Malformed e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  /** What stands behind the head: the data of a form, JSON, or nothing. */
  static Payload payload(Parsed parsed, Standard standard) throws UsageError, IOException {
    Optional<String> json = parsed.find(BodyOptions.JSON_BODY);
    boolean data = FormData.isSaid(parsed);
    boolean form = FormOptions.isSaid(parsed);
    int kinds = (data ? 1 : 0) + (json.isPresent() ? 1 : 0) + (form ? 1 : 0);
    if (kinds > 1) throw new UsageError("--data, --json-body and --form: a request has one body");
    if (json.isPresent()) {
      return json(new String(FormData.bytes(json.get(), standard), StandardCharsets.UTF_8));
    }
    if (form) return Multipart.of(FormOptions.parts(parsed, standard), new SecureRandom());
    return data ? Payload.of(FormData.of(parsed, standard), FORM) : Payload.NONE;
  }

  /** Looked at here, for a server's complaint about a missing quote is worse than ours. */
  private static Payload json(String text) throws UsageError, TooLong {
    try {
      var _ = Json.parse(text);
      return Payload.of(text.getBytes(StandardCharsets.UTF_8), "application/json");
    } catch (Malformed e) {
      throw UsageError.of(BodyOptions.JSON_BODY, e);
    }
  }
}
