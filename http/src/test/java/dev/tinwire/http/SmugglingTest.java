package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.wire.EndOfStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of request smuggling, each sent whole and each refused before its second request. */
class SmugglingTest {
  private static final String SMUGGLED = "GET /smuggled HTTP/1.1\\r\\nHost: h\\r\\n\\r\\n";

  /** Reads requests as a server does, and says what became of the first one. */
  private static String serve(String cell) throws IOException {
    var in = Wire.reader(Wire.unescape("POST / HTTP/1.1\\r\\nHost: h\\r\\n" + cell + SMUGGLED));
    try {
      var head = RequestHead.read(in, Limits.SERVER, Leniency.SERVER);
      var framing = Framing.ofRequest(head.fields(), head.line().version());
      byte[] body = Body.of(framing, in, Limits.SERVER).readAllBytes();
      var next = RequestHead.read(in, Limits.SERVER, Leniency.SERVER);
      return Wire.text(body) + " then " + next.line();
    } catch (BadMessage refused) {
      return Integer.toString(refused.status().code());
    }
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # two lengths
          Content-Length: 5\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n    | 400
          Transfer-Encoding: chunked\\r\\nContent-Length: 4\\r\\n\\r\\n5c\\r\\n         | 400
          Content-Length: 0\\r\\nContent-Length: 40\\r\\n\\r\\n                         | 400
          Content-Length: 0, 40\\r\\n\\r\\n                                             | 400
          Content-Length: 5\\r\\nContent-Length: 5\\r\\n\\r\\nhello                     | 400
          # a coding that one sees and another does not
          Transfer-Encoding : chunked\\r\\n\\r\\n0\\r\\n\\r\\n                          | 400
          Transfer-Encoding\\t: chunked\\r\\n\\r\\n0\\r\\n\\r\\n                        | 400
          \\x20Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n                      | 400
          X: y\\r\\n Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n                | 400
          X: y\\rTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n                    | 400
          X: y\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n                    | 400
          Transfer-Encoding: xchunked\\r\\n\\r\\n0\\r\\n\\r\\n                          | 400
          Transfer-Encoding: chunked, chunked\\r\\n\\r\\n0\\r\\n\\r\\n                  | 400
          Transfer-Encoding: chunked\\r\\nTransfer-Encoding: x\\r\\n\\r\\n0\\r\\n\\r\\n | 400
          Transfer-Encoding: x, chunked\\r\\n\\r\\n0\\r\\n\\r\\n                        | 501
          Transfer-Encoding: \\x0bchunked\\r\\n\\r\\n0\\r\\n\\r\\n                      | 400
          Transfer-Encoding: chunked\\0\\r\\n\\r\\n0\\r\\n\\r\\n                        | 400
          Transfer-Encoding:\\r\\n chunked\\r\\n\\r\\n0\\r\\n\\r\\n                     | 400
          Transfer-Encoding\\r\\n : chunked\\r\\n\\r\\n0\\r\\n\\r\\n                    | 400
          # lengths that some parsers take for another
          Content-Length: +5\\r\\n\\r\\nhello                                           | 400
          Content-Length: -0\\r\\n\\r\\n                                                | 400
          Content-Length: 5\\0\\r\\n\\r\\nhello                                         | 400
          Content-Length: 0x5\\r\\n\\r\\nhello                                          | 400
          Content-Length: 4294967301 5\\r\\n\\r\\nhello                                 | 400
          Content-Length: 18446744073709551621\\r\\n\\r\\nhello                         | 400
          # chunk sizes
          Transfer-Encoding: chunked\\r\\n\\r\\n0000000100000005\\r\\nhello\\r\\n0\\r\\n\\r\\n | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n+5\\r\\nhello\\r\\n0\\r\\n\\r\\n        | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n-5\\r\\nhello\\r\\n0\\r\\n\\r\\n        | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n0x5\\r\\nhello\\r\\n0\\r\\n\\r\\n       | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5 5\\r\\nhello\\r\\n0\\r\\n\\r\\n       | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5;\\r\\nhello\\r\\n0\\r\\n\\r\\n        | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5 \\r\\nhello\\r\\n0\\r\\n\\r\\n        | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n\\x205\\r\\nhello\\r\\n0\\r\\n\\r\\n    | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5\\nhello\\r\\n0\\r\\n\\r\\n            | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5;a\\nhello\\r\\n0\\r\\n\\r\\n          | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhello\\n0\\r\\n\\r\\n            | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhello0\\r\\n\\r\\n               | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhelloXX0\\r\\n\\r\\n             | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n\\r\\n0\\r\\n\\r\\n                     | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nX : y\\r\\n\\r\\n                | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\nX: y\\n\\r\\n                    | 400
          Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\n                              | 400
          """)
  void isRefused(String cell, String status) throws IOException {
    assertEquals(status, serve(cell.replace("\\x20", " ").replace("\\x0b", "\u000b")));
  }

  @Test
  void aChunkOfMoreThanFourGigabytesIsNotTakenForASmallOne() {
    String cell = "Transfer-Encoding: chunked\\r\\n\\r\\n100000005\\r\\nhello\\r\\n0\\r\\n\\r\\n";
    assertThrows(EndOfStream.class, () -> serve(cell));
  }

  @ParameterizedTest(name = "[{0}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Content-Length: 5\\r\\n\\r\\nhello
          Content-Length: \\t05\\t \\r\\n\\r\\nhello
          Transfer-Encoding: chunked\\r\\n\\r\\n5\\r\\nhello\\r\\n0\\r\\n\\r\\n
          Transfer-Encoding: Chunked\\r\\n\\r\\n0002\\r\\nhe\\r\\n3 ; a = "b;"\\r\\nllo\\r\\n00\\r\\nX: y\\r\\n\\r\\n
          """)
  void honestRequestsPass(String cell) throws IOException {
    assertEquals("hello then GET /smuggled HTTP/1.1", serve(cell));
  }
}
