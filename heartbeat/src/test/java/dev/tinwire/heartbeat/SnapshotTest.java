package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A monitor is killed, and another goes on from its snapshot. */
final class SnapshotTest {
  @TempDir Path temp;

  @ParameterizedTest
  @EnumSource(Voices.class)
  void aKilledMonitorInventsNothing(Voices voice) throws Exception {
    BookScript before = voice.books();
    for (int i = 1; i <= 70; i++) before.hear(beat(voice, i)).pass(1000);
    before.hear(beat(voice, 70));
    BookScript after = restarted(voice, before, 20_000);
    for (int i = 91; i <= 95; i++) after.hear(beat(voice, i)).pass(1000);
    assertEquals(List.of(), after.events);
    assertEquals("75 0 1 0 0 up", after.counts(voice.id()));
  }

  @ParameterizedTest
  @EnumSource(Voices.class)
  void whoDiedMeanwhileIsFound(Voices voice) throws Exception {
    BookScript before = voice.books();
    for (int i = 1; i <= 70; i++) before.hear(beat(voice, i)).pass(1000);
    BookScript after = restarted(voice, before, 20_000);
    after.pass(3000);
    assertEquals(List.of(voice.id() + " late", voice.id() + " down"), after.events);
  }

  @Test
  void recordedBeatsAreToldFromNewOnesStill() throws Exception {
    BookScript before = Voices.KEYED.books();
    for (int i = 1; i <= 70; i++) before.hear(beat(Voices.KEYED, i)).pass(1000);
    BookScript after = restarted(Voices.KEYED, before, 1000);
    after.hear(beat(Voices.KEYED, 70)).hear(beat(Voices.KEYED, 3));
    assertEquals("70 0 1 0 0 up", after.counts("db-1"));
    assertEquals("stale=1", after.rejections());
  }

  @Test
  void allOfItComesBack() throws Exception {
    BookScript before = new BookScript();
    before.hear("1 - 1763625600 id=a boot=1 p=1000 v.load=0.3 st=warn").pass(1000);
    before.hear("3 - 1763625602 id=a boot=1 p=1000 v.load=0.4 st=warn");
    before.hear("1 - 1763625600 id=b boot=1 p=1000 st=bye").hear("x").hear("y");
    before.book.expect("c", before.moment());
    before.sender("a").extras().mutedUntil = Long.MAX_VALUE / 2;
    String first = written(before);
    BookScript after = restarted(Voices.TAGGED, before, 0);
    assertEquals(
        first.replaceAll("\"nanos\":[0-9]+", ""),
        written(after).replaceAll("\"nanos\":[0-9]+", ""));
    Json json = Json.parse(first);
    assertEquals(2, json.get("rejected").number().longValue());
    assertEquals(
        "[a, b, c]",
        json.get("senders").items().stream()
            .map(s -> s.find("id").get())
            .toList()
            .toString()
            .replace("\"", ""));
  }

  @Test
  void aDamagedOneIsNotTakenForNone() throws Exception {
    Path file = temp.resolve("m.json");
    assertFalse(snapshot(new BookScript(), file).read());
    for (String text :
        List.of("", "{", "{}", "[1]", "{\"rejected\":0,\"clock\":1,\"senders\":[]}")) {
      Files.writeString(file, text);
      var fault = assertThrows(WireException.class, () -> snapshot(new BookScript(), file).read());
      assertTrue(fault.toString().contains("move it away"), fault::toString);
    }
  }

  @Test
  void afterOneThatCouldNotBeWrittenTheNextIsWhole() throws Exception {
    BookScript books = new BookScript();
    books.hear("1 - 1763625600 id=a boot=1 p=1000");
    Path file = temp.resolve("s.json");
    Snapshot snapshot = snapshot(books, file);
    Files.createDirectory(temp.resolve("s.json.part"));
    assertThrows(IOException.class, snapshot::write);
    Files.delete(temp.resolve("s.json.part"));
    snapshot.write();
    assertEquals(1, Json.parse(Files.readString(file)).get("senders").items().size());
  }

  private BookScript restarted(Voices voice, BookScript before, long offMillis) throws Exception {
    Path file = temp.resolve("m.json");
    snapshot(before, file).write();
    BookScript after = voice.books();
    after.now = before.now + offMillis;
    assertTrue(snapshot(after, file).read());
    return after;
  }

  private String written(BookScript books) throws IOException {
    Path file = temp.resolve("w.json");
    snapshot(books, file).write();
    return Files.readString(file);
  }

  private static Snapshot snapshot(BookScript books, Path file) {
    var clocks =
        new MonitorLoop.Clocks(() -> books.moment().nanos(), () -> books.moment().millis());
    return new Snapshot(file, books.book, new ReentrantLock(), clocks);
  }

  private static String beat(Voices voice, int number) {
    return voice.beat(number, BookScript.START + 1000L * number, 7);
  }
}
