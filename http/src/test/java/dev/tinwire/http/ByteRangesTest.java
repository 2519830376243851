package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.tinwire.http.ByteRanges.Selection;
import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteRangesTest {
  @ParameterizedTest(name = "[{0}] of {1} bytes: {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes=0-9                 | 100 | 0-9
          bytes=0-0                 | 100 | 0-0
          bytes=99-                 | 100 | 99-99
          bytes=0-                  | 100 | 0-99
          bytes=90-200              | 100 | 90-99
          bytes=-5                  | 100 | 95-99
          bytes=-500                | 100 | 0-99
          bytes=0-0,-1              | 100 | 0-0 99-99
          bytes=50-59,0-9           | 100 | 50-59 0-9
          bytes=0-9, ,20-29,        | 100 | 0-9 20-29
          bytes=,0-9                | 100 | 0-9
          bytes= 0-9                | 100 | 0-9
          bytes=0-9,200-300         | 100 | 0-9
          bytes=0-9,-0              | 100 | 0-9
          # the unit in any case (§14.1)
          Bytes=0-9                 | 100 | 0-9
          BYTES=0-9                 | 100 | 0-9
          # 2^63-1, 2^64 and far beyond are clamped, not wrapped
          bytes=0-9223372036854775807   | 100 | 0-99
          bytes=0-9223372036854775808   | 100 | 0-99
          bytes=0-18446744073709551616  | 100 | 0-99
          bytes=5-99999999999999999999999999999999 | 100 | 5-99
          bytes=-18446744073709551616   | 100 | 0-99
          bytes=18446744073709551616-   | 100 | unsatisfiable
          bytes=000000000000000000000000000000001-2 | 100 | 1-2
          # nothing of it is there
          bytes=100-                | 100 | unsatisfiable
          bytes=100-200,300-        | 100 | unsatisfiable
          bytes=-0                  | 100 | unsatisfiable
          bytes=0-                  | 0   | unsatisfiable
          bytes=0-0                 | 0   | unsatisfiable
          bytes=-5                  | 0   | whole
          # two may overlap, not three; not two pairs
          bytes=0-9,5-14            | 100 | 0-9 5-14
          bytes=0-,0-               | 100 | 0-99 0-99
          bytes=0-9,5-14,7-20       | 100 | whole
          bytes=0-,0-,0-            | 100 | whole
          bytes=0-9,5-14,50-59,55-64 | 100 | whole
          bytes=0-99,5-6,10-11      | 100 | whole
          """)
  void aRangeSelects(String line, long length, String expected) {
    var ranges = ByteRanges.parse(List.of(line)).orElseThrow();
    assertEquals(expected, print(ranges.select(length)));
  }

  private static String print(Selection selection) {
    return switch (selection) {
      case Selection.Whole() -> "whole";
      case Selection.Unsatisfiable() -> "unsatisfiable";
      case Selection.Partial(var ranges) ->
          ranges.stream().map(r -> r.first() + "-" + r.last()).collect(Collectors.joining(" "));
    };
  }

  @ParameterizedTest(name = "[{0}] is ignored")
  @ValueSource(
      strings = {
        "",
        "bytes",
        "bytes=",
        "bytes=,",
        "bytes=-",
        "bytes=abc",
        "bytes=1",
        "bytes=9-0",
        "bytes=0-9,9-0",
        "bytes =0-9",
        "bytes:0-9",
        "bytes 0-9",
        "lines=0-9",
        "bytesx=0-9",
        "bytes=+1-2",
        "bytes=1-+2",
        "bytes=0x1-2",
        "bytes=1 - 2",
        "bytes=1-2;q=1",
        "bytes=1-2 3-4",
        "bytes=--5",
        "bytes=1--5",
        "bytes=1-2-3",
        " bytes=0-9",
        "bytes=0-9\u0000",
        "bytes=\u0661-\u0662"
      })
  void whatIsNotRightIsIgnored(String line) {
    assertEquals(Optional.empty(), ByteRanges.parse(List.of(line)));
  }

  @Test
  void aRangeOnTwoLinesIsIgnored() {
    assertEquals(Optional.empty(), ByteRanges.parse(List.of()));
    assertEquals(Optional.empty(), ByteRanges.parse(List.of("bytes=0-1", "bytes=2-3")));
  }

  @Test
  void moreThanTheMostRangesAreIgnored() {
    String most = "bytes=" + "0-0,".repeat(ByteRanges.MOST);
    assertEquals(ByteRanges.MOST, ByteRanges.parse(List.of(most)).orElseThrow().specs().size());
    assertEquals(Optional.empty(), ByteRanges.parse(List.of(most + "1-1")));
  }

  @Property
  void everyRangeComesBack(@ForAll("ranges") ByteRanges ranges) {
    assertEquals(Optional.of(ranges), ByteRanges.parse(List.of(ranges.toString())));
  }

  @Property
  void whatIsSelectedIsThere(
      @ForAll("ranges") ByteRanges ranges, @ForAll @LongRange(min = 0, max = 1000) long length) {
    if (ranges.select(length) instanceof Selection.Partial(var parts)) {
      long sum = parts.stream().mapToLong(ByteRange::length).sum();
      assertEquals(true, parts.stream().allMatch(r -> r.last() < length));
      assertEquals(true, sum <= length * (1 + ByteRanges.MOST_OVERLAPS), () -> "sends " + sum);
    }
  }

  @Provide
  Arbitrary<ByteRanges> ranges() {
    Arbitrary<Long> position =
        Arbitraries.oneOf(
            Arbitraries.longs().between(0, 1000), Arbitraries.longs().greaterOrEqual(0));
    Arbitrary<RangeSpec> spec =
        Arbitraries.oneOf(
            position.map(RangeSpec.From::new),
            position.map(RangeSpec.Suffix::new),
            position.flatMap(
                a -> position.map(b -> new RangeSpec.Between(Math.min(a, b), Math.max(a, b)))));
    return spec.list().ofMinSize(1).ofMaxSize(ByteRanges.MOST).map(ByteRanges::new);
  }

  @ParameterizedTest(name = "[{0}] is [{1}]")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes 0-9/100   | bytes 0-9/100
          bytes 0-9/*     | bytes 0-9/*
          bytes */100     | bytes */100
          bytes */0       | bytes */0
          Bytes 0-0/1     | bytes 0-0/1
          bytes 0-9223372036854775806/9223372036854775807 | bytes 0-9223372036854775806/9223372036854775807
          """)
  void aContentRangeIsReadAndPrinted(String text, String printed) throws Malformed {
    ContentRange range = ContentRange.parse(text);
    assertEquals(printed, range.toString());
    assertEquals(range, ContentRange.parse(printed));
  }

  @ParameterizedTest(name = "[{0}]: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          bytes 9-0/100    | ends before it begins
          bytes 0-100/100  | ends after the complete length
          bytes 0-9/0      | ends after the complete length
          lines 0-9/100    | counts in a unit that is not bytes
          bytes=0-9/100    | expected ' '
          bytes  0-9/100   | expected a number
          bytes 0-9        | expected '/'
          bytes 0-/100     | expected a number
          bytes -9/100     | expected a number
          bytes */*        | expected a number
          bytes *          | expected '/'
          bytes 0-9/100,   | expected nothing more
          bytes 0-9/9223372036854775808 | has a number that is too great
          bytes 0-9/18446744073709551616 | has a number that is too great
          bytes +0-9/100   | expected a number
          """)
  void whatIsNoContentRangeIsRefused(String text, String problem) {
    assertEquals(problem, assertThrows(Malformed.class, () -> ContentRange.parse(text)).problem());
  }

  @Test
  void whatCannotBePrintedCannotBeMade() {
    assertThrows(IllegalArgumentException.class, () -> new ByteRanges(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new RangeSpec.Between(2, 1));
    assertThrows(IllegalArgumentException.class, () -> new RangeSpec.Suffix(-1));
    assertThrows(IllegalArgumentException.class, () -> new ByteRange(1, 0));
    assertThrows(IllegalArgumentException.class, () -> new ContentRange.Unsatisfied(-1));
  }
}
