package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is decided about changes without looking at a disk or a clock. */
class LiveRulesTest {
  private static final WatchedTree TREE =
      new WatchedTree(Path.of("/site"), Path.of("/site"), Optional.empty());
  private static final WatchedTree FILE =
      new WatchedTree(Path.of("/site"), Path.of("/site"), Optional.of("notes.html"));

  @ParameterizedTest(name = "{0} means {1}")
  @CsvSource(
      textBlock =
          """
          index.html,                RELOAD
          style.css,                 CSS
          css/Deep.CSS,              CSS
          style.css.map,             CSS
          style.css.br,              CSS
          style.css.gz,              CSS
          style.scss,                RELOAD
          css,                       RELOAD
          style.css/page.html,       RELOAD
          no-extension,              RELOAD
          .well-known/a.txt,         RELOAD
          a/.well-known/a.txt,       nothing
          .git/index,                nothing
          a/.DS_Store,               nothing
          .index.html.swp,           nothing
          index.html.swp,            nothing
          index.html~,               nothing
          '#index.html#',            nothing
          a/4913,                    nothing
          44913,                     RELOAD
          index.html.TMP,            nothing
          film.mp4.part,             nothing
          film.mp4.crdownload,       nothing
          index.html___jb_tmp___,    nothing
          index.html___jb_old___,    nothing
          x.tmp/page.html,           nothing
          template.html,             RELOAD
          party.html,                RELOAD
          '',                        nothing
          """)
  void aChangedNameMeans(String name, String expected) {
    var change = TREE.changed(Path.of("/site").resolve(name));
    assertEquals(expected, change.map(Change::name).orElse("nothing"));
  }

  @Test
  void ofASingleFileNothingElseCounts() {
    assertEquals(Optional.of(Change.RELOAD), FILE.changed(Path.of("/site/notes.html")));
    assertEquals(Optional.empty(), FILE.changed(Path.of("/site/other.html")));
    assertEquals(Optional.empty(), FILE.changed(Path.of("/site/sub/notes.html")));
    assertEquals(List.of(true, false), entered(FILE));
    assertEquals(List.of(true, true), entered(TREE));
  }

  private static List<Boolean> entered(WatchedTree tree) {
    return List.of(tree.enters(Path.of("/site")), tree.enters(Path.of("/site/sub")));
  }

  @ParameterizedTest(name = "after {0}, who has seen {1} is told {2}")
  @CsvSource(
      textBlock =
          """
          '',          100, nothing
          '',          99,  RELOAD
          '',          101, RELOAD
          C,           100, CSS
          C,           101, nothing
          C,           99,  RELOAD
          R,           100, RELOAD
          R,           101, nothing
          RC,          100, RELOAD
          RC,          101, CSS
          CR,          101, RELOAD
          CCC,         101, CSS
          """)
  void whatWasMissedIsTold(String changes, long seen, String expected) {
    Edition edition = Edition.first(100);
    for (int i = 0; i < changes.length(); i++) {
      edition = edition.after(changes.charAt(i) == 'C' ? Change.CSS : Change.RELOAD);
    }
    assertEquals(expected, edition.since(seen).map(Change::name).orElse("nothing"));
  }

  @ParameterizedTest(name = "[{0}] is read as {1}")
  @CsvSource(
      textBlock =
          """
          0,                      0
          1767225600017,          1767225600017
          999999999999999999,     999999999999999999
          1000000000000000000,    none
          '',                     none
          -1,                     none
          +1,                     none
          ' 1',                   none
          \u0661,                 none
          """)
  void onlyDigitsAreANumber(String text, String expected) {
    assertEquals(expected, Edition.parse(text).map(String::valueOf).orElse("none"));
  }

  @Test
  void aBurstIsOverAfterQuietAndNeverLastsLongerThanItMay() {
    long start = Long.MAX_VALUE - Duration.ofMillis(20).toNanos(); // where counters overflow
    var burst = Burst.of(Change.CSS, start);
    assertEquals(Burst.QUIET, burst.left(start));
    assertEquals(Duration.ofMillis(1), burst.left(start + millis(49)));
    assertEquals(false, burst.over(start + millis(49)));
    assertEquals(true, burst.over(start + millis(50)));
    for (int at = 40; at < 1000; at += 40) burst = burst.and(Change.CSS, start + millis(at));
    assertEquals(false, burst.over(start + millis(999)));
    assertEquals(true, burst.over(start + millis(1000)));
  }

  @ParameterizedTest(name = "{0} and {1} come to {2}")
  @CsvSource({"CSS,CSS,CSS", "CSS,RELOAD,RELOAD", "RELOAD,CSS,RELOAD", "RELOAD,RELOAD,RELOAD"})
  void aBurstAsksTheMostThatOneOfItsChangesAsks(Change first, Change second, Change both) {
    assertEquals(both, Burst.of(first, 0).and(second, 1).change());
  }

  private static long millis(long count) {
    return Duration.ofMillis(count).toNanos();
  }
}
