package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.json.Json;
import dev.tinwire.wire.terminal.Explanations.Direction;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConversationPrinterTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);

  private String printed() {
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Optional<String> explain(Direction direction, String line) {
    return direction == Direction.SENT && line.startsWith("EHLO")
        ? Optional.of("says who we are (RFC 5321 §4.1.1.1)")
        : Optional.empty();
  }

  @Test
  void showsWhichWayEachLineWent() {
    var printer = new ConversationPrinter(out, Screen.PLAIN, Explanations.NONE);
    printer.note("connected to ::1");
    printer.received("220 mx.example ESMTP");
    printer.sent("EHLO me.example");
    printer.sent("");
    assertEquals(
        """
        * connected to ::1
        < 220 mx.example ESMTP
        > EHLO me.example
        >
        """,
        printed());
  }

  @Test
  void explanationsLineUpWhereTheLineIsShortEnough() {
    var printer = new ConversationPrinter(out, Screen.PLAIN, ConversationPrinterTest::explain);
    printer.sent("EHLO me.example");
    printer.received("EHLO me.example");
    printer.sent("EHLO a-host-with-a-name-that-is-rather-long.example");
    assertEquals(
        """
        > EHLO me.example                               # says who we are (RFC 5321 §4.1.1.1)
        < EHLO me.example
        > EHLO a-host-with-a-name-that-is-rather-long.example  # says who we are (RFC 5321 §4.1.1.1)
        """,
        printed());
  }

  @Test
  void aPeerCannotColourOrAddLines() {
    new ConversationPrinter(out, Screen.PLAIN, Explanations.NONE)
        .received("250 \033[31mok\r\n> QUIT");
    assertEquals("< 250 \\x1b[31mok\\r\\n> QUIT\n", printed());
  }

  @Test
  void coloursTheMarkAndNotTheText() {
    var printer =
        new ConversationPrinter(
            out, new Screen(true, 80, true, true), ConversationPrinterTest::explain);
    printer.received("250 ok");
    printer.note("done");
    assertEquals("\033[32m<\033[0m 250 ok\n\033[2m*\033[0m \033[2mdone\033[0m\n", printed());
  }

  @Test
  void linesOfManyThreadsComeOutWhole() throws InterruptedException {
    var printer = new ConversationPrinter(out, Screen.PLAIN, Explanations.NONE);
    var threads = new Thread[8];
    for (int i = 0; i < threads.length; i++) {
      String line = Integer.toString(i).repeat(100);
      threads[i] =
          Thread.startVirtualThread(() -> {
            for (int j = 0; j < 100; j++) printer.sent(line);
          });
    }
    for (var thread : threads) thread.join();
    assertEquals(800, printed().lines().count());
    assertTrue(printed().lines().allMatch(line -> line.matches("> (\\d)\\1{99}")));
  }

  @Test
  void jsonLinesAreOneObjectALine() {
    var json = new JsonLines(out);
    json.write(Json.object().put("host", "::1").put("rtt_ms", 0.25));
    json.write(Json.object().put("text", "a\nb"));
    assertEquals("{\"host\":\"::1\",\"rtt_ms\":0.25}\n{\"text\":\"a\\nb\"}\n", printed());
  }
}
