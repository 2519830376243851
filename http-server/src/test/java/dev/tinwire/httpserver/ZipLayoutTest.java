package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** PKWARE APPNOTE 6.3, §4.3 to §4.5. */
class ZipLayoutTest {
  private static final Instant TIME = Instant.parse("2026-11-20T13:14:15Z");

  static ZipItem item(String name, long size) {
    return new ZipItem(name, new FileState(size, TIME, TIME, ""));
  }

  @Test
  void aLocalHeaderHasSumSizeNameAndTime() {
    assertEquals(
        """
        504b0304 1400 0008 0000 c769745d 78563412 03000000 03000000 0500 0900
        612fc3bc62 5554 0500 01 a747006b\
        """
            .replaceAll("\\s", ""),
        hex(ZipHeaders.local(item("a/üb", 3), 0x12345678)));
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** §4.4.1.4: from 2^32-1 on a number stands in the extra field, and only there. */
  @ParameterizedTest(name = "{0} bytes at {1}: {2} and {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # size     | offset     | local | central | versions
          0          | 0          | 40    | 56      | 20 20
          4294967294 | 4294967294 | 40    | 56      | 20 20
          4294967295 | 0          | 60    | 76      | 45 45
          0          | 4294967295 | 40    | 68      | 20 45
          4294967295 | 4294967295 | 60    | 84      | 45 45
          """)
  void whatIsLargeTakesMoreRoom(long size, long offset, int local, int central, String versions) {
    ZipItem item = item("a", size);
    byte[] before = ZipHeaders.local(item, 1);
    byte[] listed = ZipHeaders.central(item, 1, offset);
    assertEquals(local + " " + central, before.length + " " + listed.length);
    assertEquals(local, ZipHeaders.localLength(item));
    assertEquals(central, ZipHeaders.centralLength(item, offset));
    assertEquals(versions, before[4] + " " + listed[6]);
  }

  @ParameterizedTest(name = "{0} items, directory at {1}, {2} bytes: {3}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          65534 | 4294967294 | 4294967294 | 22
          65535 | 0          | 0          | 98
          0     | 4294967295 | 0          | 98
          0     | 0          | 4294967295 | 98
          """)
  void theEndIsZip64WhereItMustBe(long items, long directory, long length, int bytes) {
    assertEquals(bytes, ZipHeaders.endLength(items, directory, length));
    assertEquals(bytes, ZipHeaders.end(items, directory, length).length);
  }

  @Test
  void eachItemIsFoundByAnyPlaceInIt() {
    var layout = ZipLayout.of(List.of(item("d/", 4096), item("d/a", 10), item("d/b", 0)));
    // Headers have 30, 9 and the name; a folder has no content, whatever size a system says.
    assertEquals(
        List.of(0L, 41L, 93L), List.of(layout.header(0), layout.header(1), layout.header(2)));
    assertEquals(List.of(41L, 83L), List.of(layout.data(0), layout.data(1)));
    assertEquals(List.of(135L, 135L + 57 + 58 + 58), List.of(layout.directory(), layout.end()));
    assertEquals(layout.end() + 22, layout.length());
    long[] places = {0, 40, 41, 92, 93, 134, 135};
    int[] items = {0, 0, 1, 1, 2, 2, 3};
    for (int i = 0; i < places.length; i++) assertEquals(items[i], layout.at(places[i]));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-11-20T13:14:15Z | 2026-11-20T13:14:14
          1970-01-01T00:00:00Z | 1980-01-01T00:00
          1980-01-01T00:00:01Z | 1980-01-01T00:00
          2000-02-29T23:59:59Z | 2000-02-29T23:59:58
          2200-01-01T00:00:00Z | 2107-12-31T23:59:58
          """)
  void dosTimesHaveStepsOfTwoSecondsAndTwoEnds(Instant time, String expected) {
    int dos = DosTime.of(time);
    int date = dos >>> 16;
    var read =
        LocalDateTime.of(
            1980 + (date >> 9),
            date >> 5 & 15,
            date & 31,
            dos >> 11 & 31,
            dos >> 5 & 63,
            2 * (dos & 31));
    assertEquals(expected, read.toString());
  }

  @ParameterizedTest(name = "[{0},{1}) of {3} bytes at {2} is [{4},{5})")
  @CsvSource({
    "0, 9, 0, 9, 0, 9",
    "2, 5, 0, 9, 2, 5",
    "2, 5, 3, 9, 0, 2",
    "2, 5, 0, 3, 2, 3",
    "2, 5, 5, 9, 0, 0",
    "7, 9, 0, 5, 5, 5",
    "7, 7, 0, 9, 7, 7"
  })
  void aWindowSelectsOfEachPieceWhatIsInIt(
      long from, long to, long place, long length, long first, long behind) {
    assertEquals(new Window(first, behind), new Window(from, to).of(place, length));
  }
}
