package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the books make of what was sent and what came: a table. Times are ms, the timeout is 100.
 */
final class LedgerTest {
  private static final long MS = 1_000_000;

  private final List<Event> events = new ArrayList<>();
  private final Ledger ledger = new Ledger(16, 100 * MS, events::add);

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # s: sent; 0: intact reply to packet 0; c0: corrupt; c: corrupt, number unknown;
          # r: refused; r0: packet 0 is; u0: not sent; e: end; f: too old; @ moves the clock on
          answered             | s 0                     | Answered0
          in time to the ms    | s @100 0                | Answered0
          timeout              | s @101                  | Timeout0
          late by 1 ms         | s @101 0                | Timeout0 Late0+1
          late twice           | s @101 0 0              | Timeout0 Late0+1 Stray0
          duplicate            | s 0 0 0                 | Answered0 Duplicate0 Duplicate0
          duplicate in time    | s 0 @100 0              | Answered0 Duplicate0
          duplicate too late   | s 0 @101 0              | Answered0 Stray0
          out of order         | s s s 0 2 1             | Answered0 Answered2 Answered1~
          far out of order     | s s s 2 1 0             | Answered2 Answered1~ Answered0~
          late is no reorder   | s @60 s 1 @60 0         | Answered1 Timeout0 Late0+20
          corrupt, then good   | s c0 0                  | Corrupt0 Answered0
          corrupt and lost     | s c0 @101               | Corrupt0 Timeout0
          corrupt, no number   | s c 0                   | Corrupt-1 Answered0
          never sent           | s 1                     | Stray1
          refused              | s r @200                | Refused0
          the last is refused  | s s r 0                 | Refused1 Answered0
          refused yet answered | s r 0                   | Refused0 Answered0
          the first is refused | s s r0 @200             | Refused0 Timeout1
          refused twice        | s r0 r0                 | Refused0
          refused too late     | s @101 r0 r0            | Timeout0 Refused0-
          and then it comes    | s @101 r0 0             | Timeout0 Refused0- Late0+1
          refused, answered    | s 0 r0                  | Answered0
          refused, never sent  | s r1 @101               | Timeout0
          nothing to refuse    | s 0 r                   | Answered0
          not sent             | s u0 s 1 @200           | Unsent0 Answered1
          the end              | s s 0 e                 | Answered0 Timeout1
          only what is due     | s @60 s @60             | Timeout0
          all that is due      | s s s @101              | Timeout0 Timeout1 Timeout2
          too old to know      | f                       | Stray-1
          """)
  void theBooksAreRight(String what, String happens, String expected) {
    long now = 0;
    for (String word : happens.split(" ", -1)) {
      if (word.startsWith("@")) now += Long.parseLong(word.substring(1)) * MS;
      happen(word, now);
      ledger.expire(now);
    }
    assertEquals(expected, events.stream().map(LedgerTest::word).collect(Collectors.joining(" ")));
  }

  private final List<Long> sentAt = new ArrayList<>();

  private void happen(String word, long now) {
    var caught = new Catch().begin(Catch.Kind.INTACT, now);
    switch (word.charAt(0)) {
      case '@' -> {}
      case 's' -> {
        sentAt.add(now);
        ledger.sent(now);
      }
      case 'c' -> {
        caught.kind = Catch.Kind.CORRUPT;
        if (word.length() > 1) caught.number = Long.parseLong(word.substring(1));
        ledger.take(caught);
      }
      case 'r' -> {
        caught.kind = Catch.Kind.REFUSED;
        if (word.length() > 1) caught.number = Long.parseLong(word.substring(1));
        ledger.take(caught);
      }
      case 'f' -> {
        caught.kind = Catch.Kind.FORGOTTEN;
        ledger.take(caught);
      }
      case 'e' -> {
        caught.kind = Catch.Kind.ENDED;
        ledger.take(caught);
      }
      case 'u' -> ledger.unsent(Long.parseLong(word.substring(1)), now, "no");
      default -> {
        caught.number = Long.parseLong(word);
        if (caught.number < sentAt.size()) {
          caught.rttNanos = now - sentAt.get((int) caught.number);
        }
        ledger.take(caught);
      }
    }
  }

  private static String word(Event event) {
    String end =
        switch (event) {
          case Event.Answered answered -> answered.outOfOrder() ? "~" : "";
          case Event.Late late -> "+" + late.byNanos() / MS;
          case Event.Refused refused -> refused.givenUp() ? "-" : "";
          default -> "";
        };
    return event.getClass().getSimpleName() + event.number() + end;
  }

  @Test
  void theWindowMovesOn() {
    for (int i = 0; i < 1000; i++) {
      ledger.sent(i);
      var caught = new Catch().begin(Catch.Kind.INTACT, i);
      caught.number = i;
      ledger.take(caught);
      assertEquals(i + 1, ledger.oldest());
    }
    var old = new Catch().begin(Catch.Kind.INTACT, 1000);
    old.number = 983;
    ledger.take(old);
    assertEquals("Stray983", word(events.getLast()));
    old.number = 984;
    ledger.take(old);
    assertEquals("Duplicate984", word(events.getLast()));
  }
}
