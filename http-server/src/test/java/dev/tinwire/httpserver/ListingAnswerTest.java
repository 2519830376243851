package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class ListingAnswerTest {
  private static final List<String> PATH = List.of("site", "a b");

  @Test
  void itIsNeverStoredUnseenAndDependsOnAccept() throws Exception {
    var answer = answer("localhost", "?json");
    assertEquals("application/json", field(answer, "Content-Type"));
    assertEquals("Accept", field(answer, "Vary"));
    assertEquals("no-cache", field(answer, "Cache-Control"));
    assertEquals("nosniff", field(answer, "X-Content-Type-Options"));
    assertTrue(answer.fields().first("ETag").isEmpty(), "would stay while a file grows");
  }

  @Test
  void aPageMayRunNothingButItsOwnScript() throws Exception {
    var answer = answer("localhost", "?list");
    assertEquals("text/html;charset=utf-8", field(answer, "Content-Type"));
    assertEquals(PageParts.POLICY, field(answer, "Content-Security-Policy"));
  }

  @Test
  void theFolderIsNotReadUnlessItIsSent() throws Exception {
    // As for a HEAD: what reads the folder here fails the test.
    answer("localhost", "").content().close();
  }

  @ParameterizedTest(name = "Host: {0}, secure {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          localhost:8080  | false | http://localhost:8080/a%20b/
          [::1]:8443      | true  | https://[::1]:8443/a%20b/
          a;rm            | false |
          $(x)            | false |
          a'b             | false |
          """)
  void onlyAPlainHostIsNamedInACommand(String host, boolean secure, String expected)
      throws Exception {
    var url = ListingAnswer.url(request(host, "", secure), PATH);
    assertEquals(Optional.ofNullable(expected), url);
  }

  /** What a folder of a hundred thousand costs is the list of names, not the page. */
  @ParameterizedTest
  @EnumSource
  void aHugeFolderIsWrittenInSmallPieces(Form form) throws Exception {
    var entries =
        IntStream.range(0, 100_000)
            .mapToObj(i -> Entries.ofFile("file " + i, i, Instant.EPOCH))
            .toList();
    var query = new ListingQuery(form, ListingOrder.USUAL, false);
    var out = new Pieces();
    ListingAnswer.write(
        new Listing(PATH, false, entries, true),
        query,
        new Viewer(Receiving.Right.READ, Optional.empty(), ""),
        out);
    assertTrue(out.all > 3_000_000, () -> out.all + " bytes in all");
    assertTrue(out.largest <= 16 * 1024, () -> out.largest + " bytes at once");
  }

  /** Counts what is written and keeps nothing. */
  private static final class Pieces extends OutputStream {
    private long all;
    private int largest;

    @Override
    public void write(int b) {
      throw new AssertionError("a byte at a time");
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      all += length;
      largest = Math.max(largest, length);
    }
  }

  private static Answer answer(String host, String query) throws Exception {
    var wish = ListingQuery.of(Optional.of(query.replace("?", "")), Fields.NONE);
    var answer =
        ListingAnswer.of(
            request(host, query, false),
            wish,
            PATH,
            Receiving.Right.READ,
            _ -> fail("the folder is read"));
    assertInstanceOf(Content.Written.class, answer.content());
    return answer;
  }

  private static Request request(String host, String query, boolean secure) throws Exception {
    String head = "GET /a%20b/" + query + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n";
    var in = new ByteReader(new ByteArrayInputStream(head.getBytes(StandardCharsets.US_ASCII)));
    var client = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
    return new Request(
        RequestHead.read(in, Limits.SERVER, Set.of()),
        Body.of(new Framing.None(), in, Limits.SERVER),
        client,
        secure);
  }

  private static String field(Answer answer, String name) {
    return answer.fields().first(name).orElseThrow();
  }
}
