package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;

/** What to ask, made of the command line before anything is sent; a mistake of the user ends it. */
final class RequestPlan {
  private static final String FORM = "application/x-www-form-urlencoded";

  private RequestPlan() {}

  /** The request for the first URL; those for others differ in nothing else. */
  static Request of(Url url, Method usual, Parsed parsed, Payload payload) {
    var request = Request.of(usual, url).withPayload(payload);
    for (FieldLine line : parsed.all(AskOptions.HEADER)) {
      Fields others = request.fields();
      request = request.withFields(others.and(line.name(), line.value()));
    }
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
    var data = parsed.all(BodyOptions.DATA);
    var binary = parsed.all(BodyOptions.DATA_BINARY);
    Optional<String> json = parsed.find(BodyOptions.JSON_BODY);
    var form = parsed.all(FormOptions.FORM);
    int kinds =
        (data.isEmpty() && binary.isEmpty() ? 0 : 1)
            + (json.isPresent() ? 1 : 0)
            + (form.isEmpty() ? 0 : 1);
    if (kinds > 1) throw new UsageError("--data, --json-body and --form: a request has one body");
    if (json.isPresent()) return json(text(json.get(), standard));
    if (!form.isEmpty()) return Multipart.of(form, new SecureRandom());
    if (kinds == 0) return Payload.NONE;
    var out = new ByteArrayOutputStream();
    for (String each : data) append(out, withoutBreaks(bytes(each, standard)));
    for (String each : binary) append(out, bytes(each, standard));
    return Payload.of(out.toByteArray(), FORM);
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

  private static void append(ByteArrayOutputStream out, byte[] bytes) {
    if (out.size() > 0) out.write('&');
    out.writeBytes(bytes);
  }

  /** As curl does it: who keeps a form in a file breaks its lines for eyes. */
  private static byte[] withoutBreaks(byte[] bytes) {
    var out = new ByteArrayOutputStream(bytes.length);
    for (byte b : bytes) if (b != '\r' && b != '\n') out.write(b);
    return out.toByteArray();
  }

  private static String text(String option, Standard standard) throws IOException {
    return new String(bytes(option, standard), StandardCharsets.UTF_8);
  }

  /** The text itself, or what {@code @FILE} has; {@code @-} is standard input. */
  private static byte[] bytes(String option, Standard standard) throws IOException {
    if (!option.startsWith("@")) return option.getBytes(StandardCharsets.UTF_8);
    if (option.equals("@-")) return standard.in().readAllBytes();
    return Files.readAllBytes(Path.of(option.substring(1)));
  }
}
