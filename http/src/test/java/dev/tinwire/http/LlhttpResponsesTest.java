package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/** The response vectors of llhttp in its strict mode, read as our client reads. */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class LlhttpResponsesTest {
  private static final String EMPTY_LINE =
      "no RFC allows an empty line before a status line; curl and Go refuse it, and a stray CR LF"
          + " is how a desynchronised connection looks";
  private static final String CODING =
      "a coding we do not understand leaves the end of the body to guesswork (RFC 9112 §6.3)";
  private static final String CLOSED =
      "what follows a close is nobody's business: the client has closed as well";
  private static final String PROTOCOL = "another protocol, which we do not speak";

  /** Names and reasons; whoever closes a gap has to take it from here. */
  private static final Map<String, String> DEVIATIONS =
      Map.ofEntries(
          Map.entry("connection: HTTP/1.1 with keep-alive disabled and 204 status", CLOSED),
          Map.entry("connection: HTTP/1.1 with keep-alive disabled, content-length", CLOSED),
          Map.entry("connection: HTTP 304 with Content-Length", EMPTY_LINE),
          Map.entry("connection: HTTP 100 first, then 400", EMPTY_LINE),
          Map.entry("pipelining: Should parse multiple events", EMPTY_LINE),
          Map.entry("sample: Response starting with CRLF", EMPTY_LINE),
          Map.entry(
              "invalid: Invalid space after start line",
              Leniency.BLANK_BEFORE_FIRST_FIELD.reason()),
          Map.entry("invalid: Only LFs present and no body", Leniency.BARE_LF.reason()),
          Map.entry("invalid: Only LFs present", Leniency.BARE_LF.reason()),
          Map.entry("sample: No carriage ret", Leniency.BARE_LF.reason()),
          Map.entry("sample: RTSP response", PROTOCOL),
          Map.entry("sample: ICE response", PROTOCOL),
          Map.entry("sample: HTTP version 0.9", PROTOCOL),
          Map.entry("transfer-encoding: `chunked` before other transfer-encoding", CODING),
          Map.entry(
              "transfer-encoding: multiple transfer-encoding where chunked is not the last one",
              CODING),
          Map.entry(
              "transfer-encoding: `chunkedchunked` transfer-encoding does not enable chunked"
                  + " enconding",
              CODING));

  @TestFactory
  Stream<DynamicTest> vectors() throws IOException {
    List<Json> rows = PublicVectors.rows("llhttp-responses", "responses.json");
    assertEquals(63, rows.size());
    for (String name : DEVIATIONS.keySet()) {
      assertTrue(rows.stream().anyMatch(row -> text(row, "name").equals(name)), name);
    }
    return rows.stream().map(LlhttpResponsesTest::test);
  }

  private static DynamicTest test(Json row) {
    String name = text(row, "name");
    return DynamicTest.dynamicTest(
        name,
        () -> {
          String expected = isRefused(row) ? "refused" : accepted(row);
          String ours = ours(Base64.getDecoder().decode(text(row, "input_base64")));
          if (DEVIATIONS.containsKey(name))
            assertNotEquals(expected, ours, "no deviation any more");
          else assertEquals(expected, ours);
        });
  }

  private static boolean isRefused(Json row) throws IOException {
    // Its word for "the rest is another protocol's" is no refusal.
    return row.get("llhttp_error") instanceof Json.Str(String error)
        && !error.equals("Pause on CONNECT/Upgrade");
  }

  private static String accepted(Json row) throws IOException {
    return row.get("statuses").print().replace(",", ", ") + " " + row.get("body").text();
  }

  private static String ours(byte[] input) {
    var exchange = Exchange.ofAll(input);
    if (exchange.cutShort()) {
      // The vectors have lost the empty line they end with, on their way out of Markdown.
      byte[] whole = Arrays.copyOf(input, input.length + 2);
      whole[input.length] = '\r';
      whole[input.length + 1] = '\n';
      if (Exchange.ofAll(whole).refused().isEmpty()) exchange = Exchange.ofAll(whole);
    }
    return exchange.refused().isPresent() ? "refused" : exchange.statuses() + " " + exchange.body();
  }

  private static String text(Json row, String member) {
    try {
      return row.get(member).text();
    } catch (IOException e) {
      throw new AssertionError("no " + member, e);
    }
  }
}
