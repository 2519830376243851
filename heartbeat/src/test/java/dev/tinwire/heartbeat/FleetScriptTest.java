package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What can happen to a sender's beats, in each of three formats: every count and every event. A
 * script is a line of numbers, one for each second, at which these numbers arrive; {@code .} is a
 * second of silence, {@code 5+5} two at once, {@code *1} the first of a new run.
 */
final class FleetScriptTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # what             | arrivals                        | received lost dup. reord. restarts state | events
          steady             | 1 2 3 4 5 6                     | 6 0 0 0 0 up   | up
          one lost           | 1 2 . 4 5                       | 4 1 0 0 0 up   | up late back
          two lost           | 1 2 . . 5                       | 3 2 0 0 0 up   | up late back
          the first unknown  | 7 8 9                           | 3 0 0 0 0 up   | up
          doubled            | 1 2+2 3 4+4+4                   | 4 0 3 0 0 up   | up
          overtaken          | 1 . 3+2 4 5                     | 5 0 0 1 0 up   | up late back
          late by three      | 1 2 . 4 5+3 6                   | 6 0 0 1 0 up   | up late back
          late, then doubled | 1 . 3 4+2 5+2                   | 5 0 1 1 0 up   | up late back
          before the first   | 5 6 3 7                         | 4 1 0 1 0 up   | up late back
          lost and doubled   | 1 2 . 4+4 5                     | 4 1 1 0 0 up   | up late back
          silence            | 1 2 3 . . . . .                 | 3 0 0 0 0 down | up late down
          and back           | 1 2 3 . . . . . 9 10            | 5 5 0 0 0 up   | up late down back
          new run            | 1 2 3 *1 2 3                    | 6 0 0 0 1 up   | up restart
          new run in silence | 1 2 3 . . . . . *1 2            | 5 0 0 0 1 up   | up late down restart back
          two new runs       | 1 2 *1 *1 2                     | 5 0 0 0 2 up   | up restart restart
          """)
  void everyCountAndEvent(String what, String arrivals, String counts, String events) {
    for (Voices voice : Voices.values()) {
      BookScript books = play(voice, arrivals);
      assertEquals(counts, books.counts(voice.id()), voice + ", " + what);
      assertEquals(events, events(books, voice.id()), voice + ", " + what);
      assertEquals("", books.rejections(), voice + ", " + what);
    }
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void theSendersClockMeansNothing(Voices voice) {
    BookScript books = voice.books();
    long[] clocks = {0, 0, 3_600_000, 3_600_000, 0, 0, -3_600_000, -3_600_000, 0};
    for (int i = 0; i < clocks.length; i++) {
      books.hear(voice.beat(i + 1, BookScript.START + 1000L * i + clocks[i], 7)).pass(1000);
    }
    assertEquals("9 0 0 0 0 up", books.counts(voice.id()));
    assertEquals("up", events(books, voice.id()));
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void aSuspendedMonitorBlamesNobody(Voices voice) {
    BookScript books = voice.books();
    int number = 1;
    for (; number <= 70; number++) books.hear(beat(voice, number)).pass(1000);
    books.suspend();
    for (; number <= 75; number++) books.hear(beat(voice, number)).pass(1000);
    books.resume(5000);
    for (; number <= 80; number++) books.hear(beat(voice, number)).pass(1000);
    assertEquals("80 0 0 0 0 up", books.counts(voice.id()));
    assertEquals("up", events(books, voice.id()));
    Sender sender = books.sender(voice.id());
    assertEquals(3_250, (sender.downAt - sender.arrival) / 1_000_000 + 1000, "it learned nothing");
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void whoEndsWhileTheMonitorIsSuspendedIsFoundAfterwards(Voices voice) {
    BookScript books = voice.books();
    for (int i = 1; i <= 70; i++) books.hear(beat(voice, i)).pass(1000);
    books.suspend().pass(5000).resume(5000);
    assertEquals("up", events(books, voice.id()));
    books.pass(2000);
    assertEquals("up late down", events(books, voice.id()));
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void aBlackoutIsOneNoticeAndNoAlarm(Voices voice) {
    BookScript books = voice.books();
    for (int second = 1; second <= 10; second++) round(voice, books, second, 10);
    books.pass(20_000);
    assertEquals(1, books.events.stream().filter("blind"::equals).count());
    for (int second = 31; second <= 33; second++) round(voice, books, second, 10);
    assertEquals(0, books.events.stream().filter(e -> e.endsWith(" down")).count());
    assertEquals(
        List.of("blind", "sighted"), books.events.stream().filter(e -> !e.contains(" ")).toList());
    for (String name : books.names()) assertEquals("13 20 0 0 0 up", books.counts(name));
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void aHundredAndFiftyAtOnce(Voices voice) {
    BookScript books = voice.books();
    for (int second = 1; second <= 20; second++) {
      int now = second;
      // The first loses each fifth; the second doubles all; the third dies at ten.
      for (int s = 0; s < 150; s++) {
        if ((s == 0 && now % 5 == 0) || (s == 2 && now > 10)) continue;
        hear(voice, books, s, now);
        if (s == 1) hear(voice, books, s, now);
      }
      books.pass(1000);
    }
    assertEquals(150, books.names().size());
    assertEquals("16 3 0 0 0 late", books.counts(name(voice, 0)));
    assertEquals("20 0 20 0 0 up", books.counts(name(voice, 1)));
    assertEquals("10 0 0 0 0 down", books.counts(name(voice, 2)));
    for (int s = 3; s < 150; s++) assertEquals("20 0 0 0 0 up", books.counts(name(voice, s)));
    assertEquals("up late down", events(books, name(voice, 2)));
    assertEquals(150 + 7 + 2, books.events.size(), books.events::toString);
  }

  private static void round(Voices voice, BookScript books, int second, int senders) {
    for (int s = 0; s < senders; s++) hear(voice, books, s, second);
    books.pass(1000);
  }

  private static void hear(Voices voice, BookScript books, int sender, int second) {
    long millis = BookScript.START + 1000L * second;
    String beat = voice.beat(name(voice, sender), second, millis, 7, Status.OK);
    books.hear(beat, 40_000 + sender);
  }

  private static String name(Voices voice, int sender) {
    return voice == Voices.TEXTBOOK ? "127.0.0.1:" + (40_000 + sender) : "s" + sender;
  }

  private static String beat(Voices voice, int number) {
    return voice.beat(number, BookScript.START + 1000L * number, 7);
  }

  /** Each run is sent by a clock that goes on, so a number of another run has another time. */
  private static BookScript play(Voices voice, String arrivals) {
    BookScript books = voice == Voices.TEXTBOOK ? textbook() : voice.books();
    long run = 7;
    long runStart = 0;
    long second = 0;
    for (String at : arrivals.strip().split(" +", -1)) {
      for (String word : at.split("\\+", -1)) {
        if (word.equals(".")) continue;
        if (word.startsWith("*")) {
          run++;
          runStart = second;
        }
        int number = Integer.parseInt(word.replace("*", ""));
        books.hear(voice.beat(number, BookScript.START + 1000 * (runStart + number), run));
      }
      books.pass(1000);
      second++;
    }
    return books;
  }

  private static BookScript textbook() {
    return new BookScript(Rules.ofPeriod(Duration.ofSeconds(1)), Gate.OPEN);
  }

  private static String events(BookScript books, String id) {
    var all = new ArrayList<>(books.events);
    all.removeIf(event -> !event.startsWith(id + " "));
    return String.join(" ", all.stream().map(e -> Arrays.asList(e.split(" ")).getLast()).toList());
  }
}
