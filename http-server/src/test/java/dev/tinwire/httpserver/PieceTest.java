package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Fields;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PieceTest {
  @ParameterizedTest(name = "from {0}, {1} long, of {2}, when {3} are there: {4}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # from | length | total | there | fit
          0      | 10     | 10    | 0     | GOES_ON
          0      | 4      | 10    | 0     | GOES_ON
          4      | 6      | 10    | 4     | GOES_ON
          0      | 10     | 10    | 4     | STARTS
          5      | 5      | 10    | 4     | MISSES
          3      | 7      | 10    | 4     | MISSES
          4      | 7      | 10    | 4     | EXCEEDS
          11     | -      | 10    | 4     | EXCEEDS
          -      | -      | 10    | 4     | GOES_ON
          -      | 6      | 10    | 4     | GOES_ON
          -      | 7      | 10    | 4     | EXCEEDS
          -      | -      | 0     | 0     | GOES_ON
          9223372036854775806 | 1 | 9223372036854775807 | 0 | MISSES
          """)
  void howItFits(Long from, Long length, long total, long there, Piece.Fit fit) {
    assertEquals(fit, new Piece(number(from), number(length), total).fit(there));
  }

  private static OptionalLong number(Long n) {
    return n == null ? OptionalLong.empty() : OptionalLong.of(n);
  }

  @ParameterizedTest(name = "Content-Range: {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes 0-4/*
          bytes */5
          bytes 0-4
          bytes 4-0/5
          bytes 0-5/5
          items 0-4/5
          bytes 0-99999999999999999999/999999999999999999999
          bytes=0-4/5
          """)
  void rfc9110Section14Point5ARangeThatIsNotUnderstoodIsRefused(String value) {
    var bad = assertThrows(BadMessage.class, () -> Piece.ofPut(Fields.of("Content-Range", value)));
    assertEquals(400, bad.status().code());
  }

  @Test
  void onlyOneRangeIsOne() {
    var two = Fields.of("Content-Range", "bytes 0-1/4", "Content-Range", "bytes 2-3/4");
    assertThrows(BadMessage.class, () -> Piece.ofPut(two));
  }

  @ParameterizedTest(name = "{0} / {1} / {2} is {3}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          append | 10 | -  | 0
          append | 10 | 4  | 0
          append | -  | 4  | 400
          append | x  | -  | 400
          append | -1 | -  | 400
          append | 10 | +4 | 400
          append | 9999999999999999999 | - | 400
          -      | 10 | -  | 415
          insert | 10 | -  | 415
          """)
  void aPatchSaysThatItAppendsAndHowLongItAllIs(String way, String total, String offset, int status)
      throws Exception {
    var fields = Fields.NONE;
    if (way != null) fields = fields.and("X-Update-Range", way);
    if (total != null) fields = fields.and("Upload-Length", total);
    if (offset != null) fields = fields.and("Upload-Offset", offset);
    var said = fields;
    if (status == 0) {
      assertEquals(10, Piece.ofPatch(said).total());
    } else {
      var bad = assertThrows(BadMessage.class, () -> Piece.ofPatch(said));
      assertEquals(status, bad.status().code());
    }
  }
}
