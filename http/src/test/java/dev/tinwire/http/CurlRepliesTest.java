package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Replies that curl's own tests serve, those without a content coding, as our client reads them.
 */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class CurlRepliesTest {
  /** By the number of the test. */
  private static final Map<Integer, String> DEVIATIONS =
      Map.of(
          129, "a later minor version is read as 1.1 (RFC 9110 §2.5); curl refuses HTTP/1.2",
          395, "a length beyond 2^63 that six bytes follow is refused; curl takes it for none",
          772, "two Location fields are no fault of the grammar; who follows redirects decides");

  @TestFactory
  Stream<DynamicTest> replies() throws IOException {
    List<Json> rows = PublicVectors.rows("curl-replies", "replies.json");
    assertEquals(68, rows.size());
    return rows.stream().filter(CurlRepliesTest::isPlain).map(CurlRepliesTest::test);
  }

  private static boolean isPlain(Json row) {
    return row.find("compressed").equals(Optional.of(new Json.Bool(false)));
  }

  private static DynamicTest test(Json row) {
    return DynamicTest.dynamicTest(
        row.find("test").orElseThrow().print() + " " + row.find("name").orElseThrow().print(),
        () -> {
          int number = Integer.parseInt(row.get("test").print());
          String expected = row.get("fails").truth() ? "fails" : row.get("body_sha256").text();
          String ours = ours(Base64.getDecoder().decode(row.get("reply_base64").text()));
          if (DEVIATIONS.containsKey(number)) assertNotEquals(expected, ours);
          else assertEquals(expected, ours);
        });
  }

  private static String ours(byte[] reply) throws NoSuchAlgorithmException {
    var exchange = Exchange.ofOne(reply);
    if (exchange.refused().isPresent() || exchange.cutShort()) return "fails";
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(Wire.bytes(exchange.body()));
    return HexFormat.of().formatHex(hash);
  }
}
