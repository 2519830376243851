package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.HttpDate;
import dev.tinwire.http.Method;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Plays one of the public cache tests: its requests one after another through the decisions of our
 * cache, against a server that answers as the test says.
 */
final class CacheTestRun {
  private static final String DATES =
      " date expires last-modified if-modified-since if-unmodified-since ";

  private final Json test;
  private final FakeClock clock = new FakeClock();
  private final List<CacheStore.Entry> cache = new ArrayList<>();
  private Fields before = Fields.NONE;

  /** What the client sees in the end. */
  private record Seen(Status status, Fields fields, boolean fromCache, Fields asked) {}

  CacheTestRun(Json test) {
    this.test = test;
  }

  /** What is wrong, empty if nothing is. */
  String fault() throws IOException {
    List<Json> requests = test.get("requests").items();
    for (Json request : requests) {
      Seen seen = play(request);
      String fault = fault(request, seen);
      if (!fault.isEmpty()) return fault;
      if (request.find("pause_after").isPresent()) clock.advance(Duration.ofSeconds(3));
    }
    return "";
  }

  private Seen play(Json request) throws IOException {
    Method method = new Method(PublicVectors.text(request, "request_method").orElse("GET"));
    Url url =
        Url.parse(
            "http://h.example/test"
                + PublicVectors.text(request, "filename").map(f -> "/" + f).orElse("")
                + PublicVectors.text(request, "query_arg").map(q -> "?" + q).orElse(""));
    Fields fields = fields(request, "request_headers", url);
    if (PublicVectors.text(request, "cache").isPresent()) {
      fields = fields.and("Cache-Control", "no-cache");
    }
    List<Stored> here =
        cache.stream().map(CacheStore.Entry::stored).filter(s -> s.url().equals(url)).toList();
    return switch (CacheDecision.of(method, fields, here, clock.instant())) {
      case CacheDecision.Serve(Stored stored, Duration age) ->
          new Seen(
              stored.status(),
              stored.fields().without("Age").and("Age", Long.toString(age.toSeconds())),
              true,
              Fields.NONE);
      case CacheDecision.NotHere _ -> new Seen(new Status(504), Fields.NONE, true, Fields.NONE);
      case CacheDecision.Ask _ -> ask(request, method, url, fields, Optional.empty());
      case CacheDecision.Validate(Stored stored, Fields conditions) -> {
        Fields with = fields;
        for (var line : conditions.lines()) with = with.and(line.name(), line.value());
        yield ask(request, method, url, with, Optional.of(stored));
      }
    };
  }

  private Seen ask(Json request, Method method, Url url, Fields fields, Optional<Stored> validated)
      throws IOException {
    Status status = status(request, fields);
    Fields answer = fields(request, "response_headers", url);
    before = answer;
    var now = clock.instant();
    if (status.code() == 304 && validated.isPresent()) {
      Stored old = validated.get();
      if (!CacheDecision.confirms(old, answer)) return new Seen(status, answer, false, fields);
      Stored fresh = old.freshened(answer, now, now);
      cache.removeIf(entry -> entry.stored().equals(old));
      cache.add(new CacheStore.Entry("", fresh));
      return new Seen(fresh.status(), fresh.fields(), true, fields);
    }
    boolean failed = status.code() >= 500 && status.code() <= 504;
    if (failed && validated.isPresent()) {
      Stored old = validated.get();
      if (CacheDecision.mayServeAfterError(old, fields, now)) {
        return new Seen(old.status(), old.fields(), true, fields);
      }
    }
    for (Url gone : Cacheability.invalidated(method, url, status, answer)) {
      cache.removeIf(entry -> entry.stored().url().equals(gone));
    }
    if (Cacheability.mayStore(method, fields, status, answer)) {
      Stored stored =
          new Stored(url, Stored.selecting(fields, answer), status, Stored.kept(answer), now, now);
      cache.removeIf(e -> e.stored().url().equals(url) && e.stored().matches(fields));
      cache.add(new CacheStore.Entry("", stored));
    }
    return new Seen(status, answer, false, fields);
  }

  /** The test server answers 304 to the validators of the answer before, if that is expected. */
  private Status status(Json request, Fields fields) throws IOException {
    if (PublicVectors.text(request, "expected_type").orElse("").endsWith("validated")) {
      boolean tag =
          before.has("ETag") && before.first("ETag").equals(fields.first("If-None-Match"));
      boolean date =
          before.has("Last-Modified")
              && before.first("Last-Modified").equals(fields.first("If-Modified-Since"));
      return new Status(tag || date ? 304 : 999);
    }
    if (request.find("response_status").isEmpty()) return Status.OK;
    return new Status(
        request.get("response_status").get(0) instanceof Json.Num code
            ? (int) code.longValue()
            : 200);
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
    if (request.find("expected_status").orElse(new Json.Null()) instanceof Json.Num code
        && code.longValue() != seen.status().code()) {
      return "status " + seen.status();
    }
    return fieldFault(request, seen);
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
