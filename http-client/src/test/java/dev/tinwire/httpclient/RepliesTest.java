package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;

/**
 * Answers that other projects have published, each given by an origin to the whole client over a
 * socket: taken, with its body, or refused. Every deviation is listed with its reason.
 */
@EnabledIf(value = PublicVectors.HERE, disabledReason = PublicVectors.ABSENT)
class RepliesTest {
  private static final String REFUSED = "refused";

  private static final Map<String, String> CURL =
      Map.of(
          "365",
              "both lengths at once are how answers are smuggled: refused, as RFC 9112 §6.1 allows",
          "396", "zstd is not asked for and cannot be undone: refused, and never given out coded",
          "397", "as 396",
          "129", "a later minor version is read as 1.1 (RFC 9110 §2.5); curl refuses HTTP/1.2",
          "395", "a length beyond 2^63 that six bytes follow is refused; curl takes it for none",
          "772", "two Location fields: they do no harm to who does not follow; who does refuses");

  private static final String INVALID =
      "browsers ignore a wholly invalid value; RFC 9112 §6.3, fifth rule, makes it an error";
  private static final String EQUAL =
      "030 and 30 are the same decimal value, which is what RFC 9110 §8.6 asks for";

  private static final Map<String, String> LENGTHS =
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

  /** What comes of a reply: its body, or that it was refused. */
  private static String outcome(byte[] reply, boolean coded, HostileOrigin.Ending ending)
      throws IOException, InterruptedException {
    var options = TestClients.options().withLimits(ClientLimits.DEFAULT.withRedirects(0));
    try (var origin = new HostileOrigin(false, ending, reply);
        var client = HttpClient.create(options)) {
      Request request = Request.get(Url.parse(origin.url()));
      if (!coded) request = request.with("Accept-Encoding", "identity");
      try (var response = client.send(request)) {
        return response.status().code()
            + " "
            + new String(response.bytes(), StandardCharsets.ISO_8859_1);
      } catch (WireException _) {
        return REFUSED;
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> curl() throws IOException {
    List<Json> rows = PublicVectors.rows("curl-replies", "replies.json");
    assertEquals(68, rows.size());
    PublicVectors.demandNamed(CURL, rows, row -> number(row));
    return rows.stream()
        .map(row ->
            dynamicTest(
                number(row) + " " + PublicVectors.text(row, "name").orElse(""),
                () -> {
                  byte[] reply = Base64.getDecoder().decode(row.get("reply_base64").text());
                  boolean coded = row.get("compressed").truth();
                  String came = outcome(reply, coded, HostileOrigin.Ending.HALF);
                  String ours =
                      came.equals(REFUSED)
                          ? REFUSED
                          : sha256(came.substring(came.indexOf(' ') + 1));
                  String expected =
                      row.get("fails").truth() ? REFUSED : row.get("body_sha256").text();
                  PublicVectors.check(CURL, number(row), expected, ours).execute();
                }));
  }

  private static String sha256(String octets) {
    MessageDigest digest = Digests.sha256();
    digest.update(octets.getBytes(StandardCharsets.ISO_8859_1));
    return Digests.hex(digest);
  }

  private static String number(Json row) {
    return row.find("test").map(Json::print).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> lengths() throws IOException {
    List<Json> rows = PublicVectors.rows("wpt-mime", "content-lengths.json");
    assertEquals(28, rows.size());
    PublicVectors.demandNamed(LENGTHS, rows, row -> input(row));
    return rows.stream()
        .map(row ->
            dynamicTest(
                row.print(),
                () -> {
                  String reply = "HTTP/1.1 200 OK\r\n" + input(row) + "\r\n\r\n" + "a".repeat(42);
                  byte[] bytes = reply.getBytes(StandardCharsets.ISO_8859_1);
                  String came = outcome(bytes, false, HostileOrigin.Ending.CLOSE);
                  String ours = came.equals(REFUSED) ? "null" : "" + (came.length() - 4);
                  String expected = row.get("output").print();
                  PublicVectors.check(LENGTHS, input(row), expected, ours).execute();
                }));
  }

  private static String input(Json row) {
    return PublicVectors.text(row, "input").orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> llhttp() throws IOException {
    List<Json> rows = PublicVectors.rows("llhttp-responses", "responses.json");
    assertEquals(63, rows.size());
    PublicVectors.demandNamed(LlhttpDeviations.ALL, rows, row -> name(row));
    return rows.stream().map(row -> dynamicTest(name(row), () -> llhttp(row)));
  }

  private static String name(Json row) {
    return PublicVectors.text(row, "name").orElseThrow();
  }

  private static void llhttp(Json row) throws Throwable {
    byte[] input = Base64.getDecoder().decode(row.get("input_base64").text());
    String ours = outcome(input, false, HostileOrigin.Ending.CLOSE);
    // The vectors have lost the empty lines they end with, on their way out of Markdown.
    for (String end : List.of("\r\n", "\r\n\r\n")) {
      if (!ours.equals(REFUSED)) break;
      byte[] whole = Arrays.copyOf(input, input.length + end.length());
      System.arraycopy(
          end.getBytes(StandardCharsets.US_ASCII), 0, whole, input.length, end.length());
      ours = outcome(whole, false, HostileOrigin.Ending.CLOSE).stripTrailing();
    }
    String expected = expected(row);
    // Of several messages the table has the bodies in one.
    if (!expected.contains(" ") && ours.startsWith(expected + " ")) ours = expected;
    PublicVectors.check(LlhttpDeviations.ALL, name(row), expected, ours.strip()).execute();
  }

  /** Of several messages, what a client is given: the first that is final. */
  private static String expected(Json row) throws IOException {
    boolean paused = PublicVectors.text(row, "llhttp_error").orElse("").startsWith("Pause");
    if (PublicVectors.text(row, "llhttp_error").isPresent() && !paused) return REFUSED;
    var codes = new ArrayList<>(row.get("statuses").items());
    codes.removeIf(code -> code.print().startsWith("1") && row.find("statuses").isPresent());
    String code = codes.isEmpty() ? "" : codes.getFirst().print();
    String body = codes.size() > 1 ? "" : row.get("body").text();
    return (code + " " + body).strip();
  }
}
