package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays one of the public cache tests: its requests one after another by the real client with a
 * cache in a folder, against an origin on the loopback that answers as the test says. Only the
 * clock is moved by hand.
 */
final class CacheTestRun implements AutoCloseable {
  private static final String DATES =
      " date expires last-modified if-modified-since if-unmodified-since ";

  private final Json test;
  private final FakeClock clock = new FakeClock();
  private final AnsweringOrigin origin;
  private final HttpClient client;
  private final List<String> bodies = new ArrayList<>();
  private Json current = new Json.Null();
  private Fields before = Fields.NONE;

  /** What the client sees in the end, and what the origin saw of it. */
  private record Seen(int status, Fields fields, String body, CacheUse use, Fields asked) {
    /** The connection was broken instead of an answer. */
    static final Seen FAILURE = new Seen(0, Fields.NONE, "", CacheUse.MISS, Fields.NONE);

    boolean fromCache() {
      return use != CacheUse.MISS;
    }
  }

  CacheTestRun(Json test, Path folder) throws IOException {
    this.test = test;
    this.origin = new AnsweringOrigin(this::answer);
    var options =
        ClientOptions.DEFAULT.withCache(folder).withLimits(ClientLimits.DEFAULT.withRedirects(0));
    this.client = HttpClient.create(options, clock);
  }

  @Override
  public void close() throws IOException {
    client.close();
    origin.close();
  }

  /** What is wrong, empty if nothing is. */
  String fault() throws IOException, InterruptedException {
    for (Json request : test.get("requests").items()) {
      current = request;
      Seen seen = play(request);
      String fault = fault(request, seen);
      if (!fault.isEmpty()) return fault;
      if (request.find("pause_after").isPresent()) clock.advance(Duration.ofSeconds(3));
    }
    return "";
  }

  private Seen play(Json row) throws IOException, InterruptedException {
    Url url = url(row);
    Fields fields = fields(row, "request_headers", url);
    if (PublicVectors.text(row, "cache").isPresent()) {
      fields = fields.and("Cache-Control", "no-cache");
    }
    // What is sent and received is looked at as it is, without any coding.
    if (!fields.has("Accept-Encoding")) fields = fields.and("Accept-Encoding", "identity");
    var request =
        Request.of(new Method(PublicVectors.text(row, "request_method").orElse("GET")), url)
            .withFields(fields);
    Optional<String> body = PublicVectors.text(row, "request_body");
    if (body.isPresent()) {
      byte[] bytes = body.get().getBytes(StandardCharsets.UTF_8);
      request = request.withPayload(Payload.of(bytes, "text/plain"));
    }
    int askedBefore = origin.asked().size();
    try (Response response = client.send(request)) {
      String text = response.text();
      boolean asked = origin.asked().size() > askedBefore;
      Fields sent = asked ? origin.asked().getLast().fields() : Fields.NONE;
      return new Seen(response.status().code(), response.fields(), text, response.cacheUse(), sent);
    } catch (WireException _) {
      return Seen.FAILURE;
    }
  }

  private Url url(Json row) throws IOException {
    return Url.parse(
        origin.url()
            + "test"
            + PublicVectors.text(row, "filename").map(f -> "/" + f).orElse("")
            + PublicVectors.text(row, "query_arg").map(q -> "?" + q).orElse(""));
  }

  /** What the origin says to the request that is being played. */
  private Optional<byte[]> answer(RequestHead head) throws IOException {
    Json row = current;
    if (row.find("disconnect").isPresent()) return Optional.empty();
    Fields fields = fields(row, "response_headers", url(row));
    int status = status(row, head.fields());
    before = fields;
    boolean empty = status == 304 || status == 204 || head.line().method().equals(Method.HEAD);
    String body = PublicVectors.text(row, "response_body").orElse("body " + bodies.size());
    Optional<String> length = fields.first("Content-Length");
    if (length.isPresent()) body = "x".repeat(Integer.parseInt(length.get()));
    else if (!empty) fields = fields.and("Content-Length", "" + body.length());
    if (!empty) bodies.add(body);
    var line = new StatusLine(HttpVersion.HTTP_1_1, new Status(status), "");
    var out = new ByteArrayOutputStream();
    out.writeBytes(new ResponseHead(line, fields).toBytes());
    if (!empty) out.writeBytes(body.getBytes(StandardCharsets.UTF_8));
    return Optional.of(out.toByteArray());
  }

  /** The origin answers 304 to the validators of the answer before, if that is expected. */
  private int status(Json request, Fields fields) throws IOException {
    if (PublicVectors.text(request, "expected_type").orElse("").endsWith("validated")) {
      boolean tag =
          before.has("ETag") && before.first("ETag").equals(fields.first("If-None-Match"));
      boolean date =
          before.has("Last-Modified")
              && before.first("Last-Modified").equals(fields.first("If-Modified-Since"));
      return tag || date ? 304 : 999;
    }
    if (request.find("response_status").isEmpty()) return 200;
    return request.get("response_status").get(0) instanceof Json.Num code
        ? (int) code.longValue()
        : 200;
  }

  private Fields fields(Json request, String member, Url url) throws IOException {
    Fields fields = Fields.NONE;
    if (request.find(member).isEmpty()) return fields;
    for (Json row : request.get(member).items()) {
      String name = row.get(0).text();
      fields = fields.and(name, value(name, row.get(1), request, url));
    }
    return fields;
  }

  private String value(String name, Json value, Json request, Url url) throws IOException {
    boolean magic = request.find("magic_locations").isPresent() && name.endsWith("ocation");
    if (value instanceof Json.Num number) {
      long offset = number.longValue();
      boolean date = DATES.contains(" " + name.toLowerCase(Locale.ROOT) + " ");
      return date ? HttpDate.print(clock.instant().plusSeconds(offset)) : Long.toString(offset);
    }
    return magic ? url + "/" + value.text() : value.text();
  }

  private String fault(Json request, Seen seen) throws IOException {
    String type = PublicVectors.text(request, "expected_type").orElse("");
    if (type.equals("cached") && !seen.fromCache()) return "asked, and not from the cache";
    if (type.equals("not_cached") && seen.fromCache()) return "from the cache";
    if (type.equals("etag_validated") && !seen.asked().has("If-None-Match")) return "no tag sent";
    if (type.equals("lm_validated") && !seen.asked().has("If-Modified-Since"))
      return "no date sent";
    if (request.find("expected_status").orElse(new Json.Str("")) instanceof Json.Null) {
      return seen.equals(Seen.FAILURE) ? "" : "an answer where there can be none";
    }
    if (seen.equals(Seen.FAILURE)) return "no answer";
    if (request.find("expected_status").orElse(new Json.Null()) instanceof Json.Num code
        && code.longValue() != seen.status()) {
      return "status " + seen.status();
    }
    String body = bodyFault(request, seen);
    return body.isEmpty() ? fieldFault(request, seen) : body;
  }

  /** What came is what the origin sent just now, or once. */
  private String bodyFault(Json request, Seen seen) {
    Optional<String> expected = PublicVectors.text(request, "expected_response_text");
    if (expected.isPresent() && !seen.body().equals(expected.get())) return "body " + seen.body();
    if (seen.body().isEmpty()) return "";
    boolean known =
        seen.fromCache() ? bodies.contains(seen.body()) : bodies.getLast().equals(seen.body());
    return known ? "" : "a body that nobody sent: " + seen.body();
  }

  private String fieldFault(Json request, Seen seen) throws IOException {
    if (request.find("expected_request_headers").isPresent()) {
      for (Json row : request.get("expected_request_headers").items()) {
        if (row instanceof Json.Arr pair
            && !seen.asked().all(pair.get(0).text()).contains(pair.get(1).text())) {
          return "did not send " + row;
        }
      }
    }
    if (request.find("expected_response_headers").isPresent()) {
      for (Json row : request.get("expected_response_headers").items()) {
        if (row instanceof Json.Arr pair && pair.items().size() == 2 && !has(seen, pair)) {
          return "has not " + row + " in " + seen.fields();
        }
      }
    }
    if (request.find("expected_response_headers_missing").isPresent()) {
      for (Json row : request.get("expected_response_headers_missing").items()) {
        if (row instanceof Json.Arr pair && has(seen, pair)) return "has " + row;
        if (row instanceof Json.Str(String name) && seen.fields().has(name)) return "has " + name;
      }
    }
    return "";
  }

  private static boolean has(Seen seen, Json pair) throws IOException {
    String value = pair.get(1) instanceof Json.Num n ? n.literal() : pair.get(1).text();
    return String.join(", ", seen.fields().all(pair.get(0).text())).contains(value);
  }
}
