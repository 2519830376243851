package dev.tinwire.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What is known of the head before changes what reading costs, and nothing that is read. */
class RepeatedHeadTest {
  @Property(tries = 2000)
  void aHeadIsWhatItIsWhateverCameBefore(
      @ForAll("heads") String before, @ForAll("heads") String text) {
    assertEquals(outcome(text, Fields.NONE), outcome(text, fields(before)));
  }

  private static Fields fields(String text) {
    try {
      return ResponseHead.read(Wire.reader(text), Limits.CLIENT, Leniency.CLIENT).fields();
    } catch (IOException _) {
      return Fields.of("A", "1", "B", "2");
    }
  }

  private static String outcome(String text, Fields before) {
    var in = Wire.reader(text);
    try {
      var head = ResponseHead.read(in, Limits.CLIENT, Leniency.CLIENT, before);
      String rest = in.anythingUnread() ? "more" : "";
      return head.line() + "|" + head.fields().lines() + rest;
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  @Provide
  Arbitrary<String> heads() {
    var starts =
        Arbitraries.of(
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\n",
            "HTTP/1.1 200 ok\r\n",
            "HTTP/1.0 200 OK\r\n",
            "HTTP/1.1 200 OKAY\r\n",
            "HTTP/1.1 404 Not Found\r\n",
            "HTTP/1.1 200 OK\r");
    var lines =
        Arbitraries.of(
            "A: 1\r\n",
            "A:1\r\n",
            "A: 1 \r\n",
            "a: 1\r\n",
            "A: 1\n",
            " folded\r\n",
            "B: 2\r\n",
            "B: 23\r\n",
            "B : 2\r\n",
            "B: 2\r\r\n",
            "\r\n",
            "C: \u00e9\r\n",
            "C: ");
    return Combinators.combine(starts, lines.list().ofMaxSize(6))
        .as((start, list) -> start + String.join("", list) + "\r\nbody");
  }

  @Test
  void theSameLinesAreTheSameObjects() throws IOException {
    var in =
        Wire.reader(
            "HTTP/1.1 200 OK\r\nA: 1\r\nB: 2\r\n\r\nHTTP/1.1 200 OK\r\nA: 1\r\nB: 3\r\n\r\n");
    var first = ResponseHead.read(in, Limits.CLIENT, Set.of());
    var second = ResponseHead.read(in, Limits.CLIENT, Set.of(), first.fields());
    List<FieldLine> lines = second.fields().lines();
    assertSame(first.fields().lines().getFirst(), lines.getFirst());
    assertEquals("B: 3", lines.getLast().toString());
  }

  @Test
  void linesThatNeedNoParsingCountAgainstTheLimitsToo() throws IOException {
    String text = "HTTP/1.1 200 OK\r\n" + "A: 1\r\n".repeat(4) + "\r\n";
    var before = fields(text);
    var few = new Limits(100, 100, 3, 100, 100, 100);
    assertEquals(outcome(text, Fields.NONE, few), outcome(text, before, few));
  }

  private static String outcome(String text, Fields before, Limits limits) {
    try {
      return ResponseHead.read(Wire.reader(text), limits, Set.of(), before).toString();
    } catch (IOException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
