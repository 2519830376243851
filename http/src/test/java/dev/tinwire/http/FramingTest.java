package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {
  /** A slash parts the values of two field lines. */
  private static Fields fields(@Nullable String coding, @Nullable String length) {
    var lines = new ArrayList<FieldLine>();
    if (coding != null) {
      for (String value : coding.split("/", -1))
        lines.add(FieldLine.of("transfer-encoding", value));
    }
    if (length != null) {
      for (String value : length.split("/", -1)) lines.add(FieldLine.of("Content-length", value));
    }
    return new Fields(lines);
  }

  private static String request(Fields fields, HttpVersion version) {
    try {
      return Framing.ofRequest(fields, version).toString();
    } catch (BadMessage refused) {
      return Integer.toString(refused.status().code());
    }
  }

  @ParameterizedTest(name = "TE [{0}] CL [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # Transfer-Encoding | Content-Length       | framing
          -                   | -                    | None[]
          -                   | 0                    | Length[bytes=0]
          -                   | 11                   | Length[bytes=11]
          -                   | 00011                | Length[bytes=11]
          -                   | 9223372036854775807  | Length[bytes=9223372036854775807]
          chunked             | -                    | Chunked[]
          CHUNKED             | -                    | Chunked[]
          ,chunked,           | -                    | Chunked[]
          # what smugglers send
          chunked             | 11                   | 400
          chunked             | 0                    | 400
          gzip                | 11                   | 400
          ''                  | 11                   | 400
          -                   | ''                   | 400
          -                   | +11                  | 400
          -                   | -11                  | 400
          -                   | -0                   | 400
          -                   | 1 1                  | 400
          -                   | 1_1                  | 400
          -                   | 0x11                 | 400
          -                   | 11.0                 | 400
          -                   | 1e1                  | 400
          -                   | 11a                  | 400
          -                   | 11,                  | 400
          -                   | 11, 11               | 400
          -                   | 11/11                | 400
          -                   | 11/12                | 400
          -                   | 11, 12               | 400
          -                   | 9223372036854775808  | 400
          -                   | 18446744073709551621 | 400
          -                   | 99999999999999999999 | 400
          ''                  | -                    | 400
          ,                   | -                    | 400
          xchunked            | -                    | 400
          chunkedx            | -                    | 400
          "chunked"           | -                    | 400
          chunked;q=1         | -                    | 400
          chunked chunked     | -                    | 400
          identity            | -                    | 400
          gzip                | -                    | 400
          chunked, gzip       | -                    | 400
          chunked/identity    | -                    | 400
          chunked, chunked    | -                    | 400
          chunked/chunked     | -                    | 400
          gzip, chunked       | -                    | 501
          gzip/chunked        | -                    | 501
          identity, chunked   | -                    | 501
          "a, chunked         | -                    | 400
          """)
  void requestFraming(@Nullable String coding, @Nullable String length, String expected) {
    assertEquals(expected, request(fields(coding, length), HttpVersion.HTTP_1_1));
  }

  @ParameterizedTest(name = "TE [{0}] CL [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -       | -  | None[]
          -       | 11 | Length[bytes=11]
          chunked | -  | 400
          chunked | 11 | 400
          """)
  void oldRequestsKnowNoCoding(@Nullable String coding, @Nullable String length, String expected) {
    assertEquals(expected, request(fields(coding, length), HttpVersion.HTTP_1_0));
  }

  @ParameterizedTest(name = "answering {0} with {1}, TE [{2}] CL [{3}] is {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          GET     | 200 | -             | -      | UntilClose[]
          GET     | 200 | -             | 5      | Length[bytes=5]
          GET     | 200 | chunked       | -      | Chunked[]
          GET     | 404 | -             | 5      | Length[bytes=5]
          GET     | 206 | -             | 0      | Length[bytes=0]
          GET     | 205 | -             | -      | UntilClose[]
          HEAD    | 200 | -             | 5      | None[]
          HEAD    | 200 | chunked       | 5      | None[]
          HEAD    | 404 | -             | -      | None[]
          GET     | 100 | -             | 5      | None[]
          GET     | 101 | chunked       | -      | None[]
          GET     | 103 | -             | -      | None[]
          GET     | 204 | -             | 5      | None[]
          GET     | 204 | chunked       | -      | None[]
          GET     | 304 | -             | 5      | None[]
          GET     | 304 | chunked       | -      | None[]
          CONNECT | 200 | -             | 5      | None[]
          CONNECT | 299 | chunked       | -      | None[]
          CONNECT | 407 | -             | 5      | Length[bytes=5]
          # refused without leniencies
          GET     | 200 | chunked       | 5      | 400
          GET     | 200 | -             | 5, 5   | 400
          GET     | 200 | -             | 5/5    | 400
          GET     | 200 | -             | x      | 400
          GET     | 200 | -             | ''     | 400
          GET     | 200 | gzip          | -      | 400
          GET     | 200 | gzip, chunked | -      | 501
          GET     | 200 | chunked, gzip | -      | 400
          """)
  void responseFraming(
      String method,
      int status,
      @Nullable String coding,
      @Nullable String length,
      String expected) {
    assertEquals(expected, response(method, status, fields(coding, length), Set.of()));
  }

  @ParameterizedTest(name = "TE [{0}] CL [{1}] is {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          -       | 5, 5      | Length[bytes=5]
          -       | 5/5       | Length[bytes=5]
          -       | 5/05, 5   | Length[bytes=5]
          chunked | 5         | Chunked[]
          chunked | rubbish   | Chunked[]
          -       | 5, 6      | 400
          -       | 5/6       | 400
          -       | 5,        | 400
          -       | ,5        | 400
          -       | 5/        | 400
          -       | /5        | 400
          -       | +5, +5    | 400
          gzip    | 5         | 400
          """)
  void responseFramingForAClient(
      @Nullable String coding, @Nullable String length, String expected) {
    assertEquals(expected, response("GET", 200, fields(coding, length), Leniency.CLIENT));
  }

  private static String response(String method, int status, Fields fields, Set<Leniency> allowed) {
    try {
      return Framing.ofResponse(
              new Method(method), new Status(status), fields, HttpVersion.HTTP_1_1, allowed)
          .toString();
    } catch (BadMessage refused) {
      return Integer.toString(refused.status().code());
    }
  }

  @ParameterizedTest(name = "{0} [{1}]: {2}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          HTTP_1_1 | -                     | KEEP_OPEN
          HTTP_1_1 | close                 | CLOSE
          HTTP_1_1 | Close                 | CLOSE
          HTTP_1_1 | keep-alive            | KEEP_OPEN
          HTTP_1_1 | keep-alive, x, close  | CLOSE
          HTTP_1_1 | x/close               | CLOSE
          HTTP_1_1 | close-x, x-close      | KEEP_OPEN
          HTTP_1_0 | -                     | CLOSE
          HTTP_1_0 | x                     | CLOSE
          HTTP_1_0 | Keep-Alive            | KEEP_OPEN
          HTTP_1_0 | keep-alive/close      | CLOSE
          """)
  void persistence(HttpVersion version, @Nullable String connection, Persistence expected) {
    var lines = new ArrayList<FieldLine>();
    if (connection != null) {
      for (String value : connection.split("/", -1)) lines.add(FieldLine.of("connection", value));
    }
    var fields = new Fields(lines);
    assertEquals(expected, Persistence.ofRequest(version, fields));
    assertEquals(expected, Persistence.ofResponse(version, fields, new Framing.Length(1)));
    assertEquals(expected, Persistence.ofResponse(version, fields, new Framing.None()));
    assertEquals(expected, Persistence.ofResponse(version, fields, new Framing.Chunked()));
    assertEquals(
        Persistence.CLOSE, Persistence.ofResponse(version, fields, new Framing.UntilClose()));
    assertEquals(
        Persistence.CLOSE,
        Persistence.ofResponse(version, fields.and("Content-Length", "1"), new Framing.Chunked()));
  }
}
