package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the books make of what is not a plain beat. */
final class BookTest {
  private static final String ID = "db-1";

  @Test
  void aByeIsToldOnceAndNobodyIsMissed() {
    var books = tagged(5);
    for (int i = 6; i <= 8; i++) books.hear(beat(Voices.TAGGED, i, Status.BYE));
    books.pass(60_000);
    assertEquals(List.of("db-1 up", "db-1 bye"), books.events);
    assertEquals("8 0 0 0 0 bye", books.counts(ID));
    assertEquals(5, books.beats.size());
  }

  @Test
  void whoSaidByeAndBeatsAgainIsBack() {
    var books = tagged(5);
    books.hear(beat(Voices.TAGGED, 6, Status.BYE)).pass(60_000);
    books.hear(Voices.TAGGED.beat(1, BookScript.START, 8));
    assertEquals(List.of("db-1 up", "db-1 bye", "db-1 restart", "db-1 back"), books.events);
    assertEquals("7 0 0 0 1 up", books.counts(ID));
  }

  @Test
  void anAnnouncedPauseIsNoSilence() {
    var books = tagged(70);
    books.hear("71 - 1763625671 id=db-1 boot=7 p=1000 st=pause:60").pass(61_000);
    books.hear(Voices.TAGGED.beat(72, BookScript.START, 7)).pass(1000);
    assertEquals(List.of("db-1 up"), books.events);
    Sender sender = books.sender(ID);
    assertEquals(2250, (sender.downAt - sender.arrival) / 1_000_000, "nothing is learned of it");
  }

  @Test
  void whoMovesToAnotherPortIsTheSame() {
    var books = tagged(3);
    books.hear(Voices.TAGGED.beat(4, BookScript.START, 7), 50_000).pass(500);
    assertEquals("4 0 0 0 0 up", books.counts(ID));
    var moved = new InetSocketAddress(BookScript.HERE, 50_000);
    assertEquals(moved, SenderViews.of(books.sender(ID), books.moment()).address());
    assertEquals(List.of("db-1 up"), books.events);
  }

  @Test
  void anotherPeriodCountsAtOnce() {
    var books = tagged(70);
    books.hear("71 - 1763625671 id=db-1 boot=7 p=10000");
    books.pass(10_000).hear("72 - 1763625681 id=db-1 boot=7 p=10000").pass(12_000);
    assertEquals(List.of("db-1 up"), books.events);
    books.pass(11_000);
    assertEquals(List.of("db-1 up", "db-1 late", "db-1 down"), books.events);
    books.hear("73 - 1763625700 id=db-1 boot=7 p=100").pass(150);
    assertEquals("db-1 late", books.events.getLast());
  }

  @Test
  void recordedBeatsChangeNothing() {
    var books = Voices.KEYED.books();
    for (int i = 1; i <= 100; i++) books.hear(beat(Voices.KEYED, i, Status.OK)).pass(1000);
    books.pass(4000);
    for (int i = 1; i <= 30; i++) books.hear(beat(Voices.KEYED, i, Status.OK));
    books.hear(Voices.KEYED.beat(500, BookScript.START, 6));
    assertEquals("stale=31", books.rejections());
    assertEquals("100 0 0 0 0 down", books.counts(ID));
  }

  @Test
  void forgedBeatsChangeNothing() {
    var books = Voices.KEYED.books();
    books.hear(beat(Voices.KEYED, 1, Status.OK));
    String true2 = beat(Voices.KEYED, 2, Status.OK);
    books.hear(true2.replace("2 - ", "3 - "));
    books.hear(true2.substring(0, true2.length() - 1) + (true2.endsWith("0") ? "1" : "0"));
    books.hear(beat(Voices.TAGGED, 4, Status.BYE));
    books.hear(Voices.TEXTBOOK.beat(5, BookScript.START, 0));
    books.hear(true2.replace("id=db-1", "id=db-2"));
    assertEquals("forged=5", books.rejections());
    assertEquals("1 0 0 0 0 up", books.counts(ID));
    assertEquals(List.of(ID), books.names());
  }

  @Test
  void aNewcomersRecordedBeatIsToldByItsTime() {
    var books = Voices.KEYED.books();
    books.hear(Voices.KEYED.beat(1, BookScript.START - 601_000, 7));
    assertEquals("untimely=1", books.rejections());
    books.hear(Voices.KEYED.beat(1, BookScript.START - 599_000, 7));
    assertEquals(List.of("db-1 up"), books.events);
  }

  @Test
  void theTextbooksBeatsMayBeAllowedFromAnAddress() {
    var gate = new Gate(Optional.of(Voices.MASTER.copy()), Set.of(BookScript.HERE));
    var books = new BookScript(BookRules.DEFAULT.withKeyed(), gate);
    books.hear(Voices.TEXTBOOK.beat(1, 1, 0)).hear(beat(Voices.TAGGED, 1, Status.OK));
    assertEquals(List.of("127.0.0.1:40000 up"), books.events);
    assertEquals("forged=1", books.rejections());
  }

  @Test
  void thereIsRoomForSoManyAndNoMore() {
    var books = new BookScript(Rules.ofSenders(100), Gate.OPEN);
    for (int i = 0; i < 50_000; i++) books.hear("1 - 1763625600 id=x" + i + " boot=1 p=1000");
    assertEquals("full=49900", books.rejections());
    assertEquals(100, books.names().size());
    books.book.forget(books.sender("x7"));
    books.hear("1 - 1763625600 id=late boot=1 p=1000");
    assertEquals(100, books.names().size());
    assertEquals("1 0 0 0 0 up", books.counts("late"));
    assertEquals("1 0 0 0 0 up", books.counts("x99"));
  }

  @Test
  void whoIsExpectedAndNeverHeardOfIsMissedOnce() {
    var books = new BookScript(Rules.expectedOnly(), Gate.OPEN);
    books.book.expect("a", books.moment());
    books.book.expect("b", books.moment());
    books.hear("1 - 1763625600 id=b boot=1 p=60000").hear("1 - 1763625600 id=c boot=1");
    books.pass(60_000);
    assertEquals(List.of("b up", "a missing"), books.events);
    books.hear("1 - 1763625600 id=a boot=1 p=60000");
    assertEquals("a up", books.events.getLast());
    assertEquals("stranger=1", books.rejections());
  }

  @Test
  void aClosedPortIsProof() {
    var books = tagged(70);
    long asked = books.sender(ID).arrival;
    books.pass(300);
    books.book.judge.closed(books.sender(ID), asked, books.moment());
    assertEquals(List.of("db-1 up", "db-1 late", "db-1 down"), books.events);
  }

  @Test
  void anAnswerGivesItTime() {
    var books = tagged(70);
    books.pass(300);
    books.book.judge.answered(books.sender(ID), books.moment());
    books.pass(2000);
    assertEquals(List.of("db-1 up", "db-1 late", "db-1 back", "db-1 late"), books.events);
  }

  @Test
  void whatOurOwnKernelDroppedIsNotItsLoss() {
    var books = tagged(3);
    books.book.drops.add(5, books.moment().nanos());
    books.hear(Voices.TAGGED.beat(7, BookScript.START, 7)).pass(1000);
    books.hear(Voices.TAGGED.beat(11, BookScript.START, 7));
    assertEquals("5 1 0 0 0 up", books.counts(ID));
    assertEquals(5, books.book.drops.all());
  }

  @Test
  void halfOfFewIsNotBlindness() {
    var books = new BookScript();
    for (int s = 1; s <= 2; s++) books.hear("1 - 1763625600 id=s" + s + " boot=1 p=1000");
    books.pass(5000);
    assertTrue(books.events.containsAll(List.of("s1 down", "s2 down")), books.events::toString);
  }

  @Test
  void blindnessEndsAndTheDeadAreFound() {
    var rules = BookRules.DEFAULT;
    var books = new BookScript(rules, Gate.OPEN);
    for (int s = 0; s < 4; s++) books.hear("1 - 1763625600 id=s" + s + " boot=1 p=1000");
    books.pass(rules.blind().toMillis() + 10_000);
    assertEquals(1, books.events.stream().filter("blind"::equals).count());
    assertEquals(4, books.events.stream().filter(e -> e.endsWith("down")).count());
  }

  @Test
  void jitterIsWhatIntervalsDifferBy() {
    var books = new BookScript();
    long[] moments = IntStream.range(0, 400).mapToLong(i -> 1000L * i + (i % 2) * 20L).toArray();
    for (int i = 0; i < moments.length; i++) {
      books.pass(moments[i] - books.now);
      books.hear(Voices.TAGGED.beat(i + 1, BookScript.START, 7));
    }
    Duration jitter = SenderViews.of(books.sender(ID), books.moment()).jitter();
    assertEquals(20, jitter.toNanos() / 1e6, 0.1);
  }

  private static BookScript tagged(int beats) {
    var books = new BookScript();
    for (int i = 1; i <= beats; i++) {
      books.hear(Voices.TAGGED.beat(i, BookScript.START + 1000L * i, 7)).pass(1000);
    }
    return books;
  }

  private static String beat(Voices voice, int number, Status status) {
    return voice.beat(ID, number, BookScript.START + 1000L * number, 7, status);
  }
}
