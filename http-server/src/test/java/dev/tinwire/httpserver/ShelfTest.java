package dev.tinwire.httpserver;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves from there is what would have left from memory, whatever is put there meanwhile. */
class ShelfTest {
  private static final String NOW = "Date: Sat, 21 Nov 2026 07:00:00 GMT\r\n";
  private static final String LATER = "Date: Sat, 21 Nov 2026 07:00:01 GMT\r\n";

  @TempDir Path folder;
  private Shelf shelf = new Shelf(Path.of("not yet"));
  private final Random random = new Random(7);

  private Shelf shelf() {
    shelf = new Shelf(folder);
    return shelf;
  }

  @AfterEach
  void nothingIsLeft() throws IOException {
    shelf.close();
    try (var all = Files.list(folder)) {
      assertEquals(0, all.count());
    }
  }

  private Content content(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return Content.of(bytes);
  }

  private static Prepared answer(Content content, String name) throws IOException {
    var in = new ByteArrayInputStream("GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(US_ASCII));
    var head = RequestHead.read(new ByteReader(in, 1024), Limits.SERVER, Leniency.SERVER);
    var answer = Answer.of(Status.OK, content).with("X-Name", name);
    var known = new InstantAnswer(answer, () -> true);
    return new Prepared(head, Terms.of(head, false), known, NOW);
  }

  /** One answer on its way, and the bytes that are to arrive. */
  private static final class Way {
    private final ByteBuffer[] parts;
    private final byte[] whole;
    private int arrived;

    Way(Prepared answer, String now) {
      ByteBuffer head = ByteBuffer.allocate(4096);
      answer.put(head, now);
      parts = new ByteBuffer[] {head.flip(), answer.content()};
      var all = new ByteArrayOutputStream();
      all.writeBytes(Arrays.copyOf(head.array(), head.limit()));
      all.writeBytes(answer.bytes().bytes());
      whole = all.toByteArray();
    }

    /** What has not left. */
    int rest() {
      return parts[0].remaining() + parts[1].remaining();
    }
  }

  private Way write(Pair pair, Prepared answer, String now) throws IOException {
    var way = new Way(answer, now);
    shelf.write(pair.here, answer, way.parts, now);
    return way;
  }

  /** What has left since the last time. */
  private static void arrives(Pair pair, Way way) throws IOException {
    byte[] came = new byte[way.whole.length - way.rest() - way.arrived];
    Channels.newInputStream(pair.there).readNBytes(came, 0, came.length);
    byte[] expected = Arrays.copyOfRange(way.whole, way.arrived, way.arrived + came.length);
    assertArrayEquals(expected, came);
    way.arrived += came.length;
  }

  private static void arrivesWhole(Pair pair, Way way) throws IOException {
    assertEquals(0, way.rest());
    arrives(pair, way);
    assertEquals(way.whole.length, way.arrived);
  }

  @Test
  void whatIsAskedForAgainLiesThereAndArrivesTheSame() throws Exception {
    shelf();
    Prepared answer = answer(content(Shelf.WORTH), "a");
    try (var pair = new Pair()) {
      arrivesWhole(pair, write(pair, answer, NOW));
      assertEquals(0, shelf.held(), "one copy more for one time");
      for (int time = 0; time < 3; time++) {
        Way way = write(pair, answer, NOW);
        arrivesWhole(pair, way);
        assertEquals(way.whole.length, shelf.held());
      }
    }
  }

  @Test
  void whatIsShortIsCopied() throws Exception {
    shelf();
    Prepared answer = answer(content(Shelf.WORTH - 1), "a");
    try (var pair = new Pair()) {
      for (int time = 0; time < 3; time++) arrivesWhole(pair, write(pair, answer, NOW));
      assertEquals(0, shelf.held());
    }
  }

  @Test
  void anotherHeadOfTheSameContentIsCopied() throws Exception {
    shelf();
    Content content = content(Shelf.WORTH);
    Prepared one = answer(content, "one");
    Prepared other = answer(content, "other");
    try (var pair = new Pair()) {
      for (int time = 0; time < 3; time++) {
        arrivesWhole(pair, write(pair, one, NOW));
        arrivesWhole(pair, write(pair, one, NOW));
        arrivesWhole(pair, write(pair, other, NOW));
      }
      assertEquals(one.headLength() + one.contentLength(), shelf.held());
    }
  }

  /** The page of a file that is cut is cleared; one that is let go of as a whole is not. */
  @Test
  void whatIsOnItsWayStaysAsItIsWhenTheShelfBeginsAnew() throws Exception {
    shelf();
    Prepared answer = answer(content(Shelf.WORTH + 100), "a");
    Prepared next = answer(content(Shelf.WORTH + 200), "b");
    try (var pair = new Pair()) {
      Way[] ways = {
        write(pair, answer, NOW), write(pair, answer, NOW), write(pair, answer, NOW),
        write(pair, next, LATER), write(pair, next, LATER), write(pair, next, LATER)
      };
      assertEquals(ways[5].whole.length, shelf.held(), "it has begun anew");
      for (Way way : ways) arrivesWhole(pair, way);
    }
  }

  @Test
  void whatTheClientDoesNotTakeRemainsToBeSent() throws Exception {
    shelf();
    Prepared answer = answer(content((int) Shelf.ROOM / 2), "a");
    try (var pair = new Pair()) {
      Way first = write(pair, answer, NOW);
      arrives(pair, first);
      Way second = write(pair, answer, NOW);
      assertEquals(second.whole.length, shelf.held());
      assertTrue(second.rest() > 0, "the system took all of it");
      arrives(pair, second);
      while (second.rest() > 0) {
        pair.here.write(second.parts);
        arrives(pair, second);
      }
    }
  }

  @Test
  void whatFindsNoRoomIsCopied() throws Exception {
    shelf();
    try (var pair = new Pair()) {
      long held = 0;
      for (int n = 0; n * 256L * 1024 < 2 * Shelf.ROOM; n++) {
        Prepared answer = answer(content(256 * 1024), "a" + n);
        arrivesWhole(pair, write(pair, answer, NOW));
        arrivesWhole(pair, write(pair, answer, NOW));
        assertTrue(shelf.held() <= Shelf.ROOM);
        held = Math.max(held, shelf.held());
      }
      assertTrue(held > Shelf.ROOM / 2);
      shelf.clear();
      assertEquals(0, shelf.held());
    }
  }

  @Test
  void withoutSuchAPlaceAllIsCopied() throws Exception {
    shelf = new Shelf(folder.resolve("nowhere"));
    Prepared answer = answer(content(Shelf.WORTH), "a");
    try (var pair = new Pair()) {
      for (int time = 0; time < 4; time++) arrivesWhole(pair, write(pair, answer, NOW));
      assertEquals(0, shelf.held());
    }
  }
}
