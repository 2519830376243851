package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * The Web Platform Tests' table of Content-Length fields, read as our client reads. Each says how
 * much of 42 bytes is delivered, or that there is an error.
 */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class ContentLengthVectorsTest {
  private static final String INVALID =
      "browsers ignore a wholly invalid value; RFC 9112 §6.3, fifth rule, makes it an error";
  private static final String EQUAL =
      "030 and 30 are the same decimal value, which is what RFC 9110 §8.6 asks for";

  private static final Map<String, String> DEVIATIONS =
      Map.of(
          "Content-Length: aaaah\r\nContent-Length: aaaah", INVALID,
          "Content-Length: aaaah, aaaah", INVALID,
          "Content-Length: aaaah", INVALID,
          "Content-Length: 42s", INVALID,
          "Content-Length: 30s", INVALID,
          "Content-Length: -1", INVALID,
          "Content-Length: 0x20", INVALID,
          "Content-Length: 030\r\nContent-Length: 30", EQUAL,
          "Content-Length: 030, 30", EQUAL);

  @TestFactory
  Stream<DynamicTest> vectors() throws IOException {
    List<Json> rows = PublicVectors.rows("wpt-mime", "content-lengths.json");
    assertEquals(28, rows.size());
    return rows.stream().map(ContentLengthVectorsTest::test);
  }

  private static DynamicTest test(Json row) {
    return DynamicTest.dynamicTest(
        row.print(),
        () -> {
          String fields = row.get("input").text();
          String expected = row.get("output").print();
          String ours = ours(fields);
          if (DEVIATIONS.containsKey(fields)) assertNotEquals(expected, ours);
          else assertEquals(expected, ours);
        });
  }

  private static String ours(String fields) {
    String response = "HTTP/1.1 200 OK\r\n" + fields + "\r\n\r\n" + "a".repeat(42);
    var exchange = Exchange.ofOne(Wire.bytes(response));
    assertTrue(!exchange.cutShort());
    return exchange.refused().isPresent() ? "null" : Integer.toString(exchange.body().length());
  }
}
