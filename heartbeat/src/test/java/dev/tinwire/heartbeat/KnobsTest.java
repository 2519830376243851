package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the user asks of detection cannot be on a link that turns worse: it is said, and once. */
final class KnobsTest {
  private static final String SAID =
      "a conflict: 3s at the latest means about 1 false alarm in 7d on this link; allow ";

  private static BookScript within(Optional<Duration> limit) {
    var tolerance = new Tolerance(Duration.ofDays(7), limit, false);
    return beats(new BookScript(BookRules.DEFAULT, Gate.OPEN, tolerance), 1, 70);
  }

  private static BookScript beats(BookScript books, int from, int to) {
    for (int i = from; i <= to; i++) {
      books.hear("%d - 1763625600 id=a boot=1 p=1000".formatted(i)).pass(1000);
    }
    return books;
  }

  private static List<String> conflicts(BookScript books) {
    return books.events.stream().filter(event -> event.contains("conflict")).toList();
  }

  @Test
  void whoComesBackFromAFallThatWasTheLimitsOwnDoingIsNamedOnce() {
    BookScript books = within(Optional.of(Duration.ofSeconds(3))).pass(5000);
    assertEquals(List.of(), conflicts(books));
    beats(books, 71, 75);
    assertEquals(1, conflicts(books).size());
    String said = conflicts(books).getFirst();
    // The silence was of 6 s; an eighth of an octave is what the record is exact to.
    String more = said.replace(SAID, "");
    assertTrue(more.matches("7\\.[0-9]+s or more false alarms"), said);
    beats(books.pass(5000), 76, 80);
    assertEquals(1, conflicts(books).size());
    assertEquals(List.of(said.replaceFirst(" conflict", "")), books.book.knobs.conflicts());
  }

  @Test
  void withoutALimitAWrongAlarmIsOnlyLearnedFrom() {
    BookScript books = within(Optional.empty()).pass(9000);
    beats(books, 71, 75);
    assertEquals(List.of("a up", "a late", "a down", "a back"), books.events);
  }

  @Test
  void aLimitForOneSenderAloneCountsToo() {
    BookScript books = within(Optional.empty());
    var rule =
        new SenderRule(
            "a", Optional.empty(), false, Optional.of(Duration.ofSeconds(3)), Manner.NONE);
    books.book.knobs.within(Map.of("a", rule));
    beats(books, 71, 72).pass(5000);
    beats(books, 73, 74);
    assertEquals(1, conflicts(books).size(), books.events::toString);
  }

  @Test
  void aNewRunAccusesNobody() {
    BookScript books = within(Optional.of(Duration.ofSeconds(3))).pass(5000);
    books.hear("1 - 1763625700 id=a boot=2 p=1000");
    assertEquals(List.of(), conflicts(books));
  }

  @Test
  void thePriceOfLimitsIsToldUpToTheCap() {
    BookScript books = within(Optional.empty()).pass(6500);
    beats(books, 71, 72);
    var told = new StringBuilder();
    for (Budget one : books.book.detection().budget(books.sender("a").index, 1_000_000_000)) {
      told.append(one.silence().toSeconds()).append('s').append(one.alarms()).append(' ');
    }
    assertEquals("2s1 3s1 5s1 10s0 20s0 30s0 ", told.toString());
  }
}
