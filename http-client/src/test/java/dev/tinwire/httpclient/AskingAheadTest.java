package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In a run the next request goes out before the answer that is here is written. */
final class AskingAheadTest {
  private static final String OK = "S: HTTP/1.1 200 OK\n";
  private static final String ASKED_2 = "C: GET /2 HTTP/1.1\nC*:\n";

  private static String asked() {
    return "C: GET /1 HTTP/1.1\nC*:\n" + OK + "S: Content-Length: 3\nS:\nS+: one\n";
  }

  private static String answered(String status) {
    return "S: HTTP/1.1 " + status + "\nS: Content-Length: 3\nS:\nS+: two\n";
  }

  /** What is done before the first bytes are written. */
  private interface Before {
    void run() throws IOException, InterruptedException;
  }

  private static final class Watched extends OutputStream {
    final ByteArrayOutputStream taken = new ByteArrayOutputStream();
    private final Before before;

    Watched(Before before) {
      this.before = before;
    }

    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      try {
        if (taken.size() == 0) before.run();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      taken.write(bytes, offset, length);
    }
  }

  private record Run(int status, String out, String err) {}

  private static Run get(Transcript server, Before before, String... more) throws Exception {
    return get(server.endpoint(), before, more);
  }

  private static Run get(String endpoint, Before before, String... more) throws Exception {
    var args = new ArrayList<>(List.of("--proxy", "none"));
    args.addAll(List.of(more));
    args.add("http://" + endpoint + "/1");
    args.add("http://" + endpoint + "/2");
    var out = new Watched(before);
    var err = new ByteArrayOutputStream();
    var environment = Map.of("TERM", "xterm");
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new Unforgiving(out),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Terminals.NONE);
    int status = Lines.tool("get").run(args, standard);
    return new Run(
        status,
        out.taken.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8).replace(endpoint, "SERVER"));
  }

  /** As the program's own output: what cannot be written ends the command. */
  private static final class Unforgiving extends PrintStream {
    private final OutputStream to;

    Unforgiving(OutputStream to) {
      super(to, false, StandardCharsets.UTF_8);
      this.to = to;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      try {
        to.write(bytes, offset, length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Waits until the server has the second request; fails if it never gets it. */
  private static Before secondIsThere(Transcript server) {
    return () -> {
      server.awaitPause("second");
      server.resume("second");
    };
  }

  @Test
  void theSecondRequestIsThereBeforeTheFirstBodyIsWritten() throws Exception {
    String script = asked() + ASKED_2 + "PAUSE second\n" + answered("200 OK");
    try (var server = new Transcript(script)) {
      assertEquals(new Run(0, "onetwo", ""), get(server, secondIsThere(server)));
    }
  }

  @Test
  void aRefusalIsShownInItsTurn() throws Exception {
    String script = asked() + ASKED_2 + "PAUSE second\n" + answered("404 Not Found");
    try (var server = new Transcript(script)) {
      assertEquals(new Run(4, "onetwo", ""), get(server, secondIsThere(server)));
    }
  }

  @Test
  void aRedirectOfTheSecondIsFollowed() throws Exception {
    String moved = "S: HTTP/1.1 302 Found\nS: Location: /3\nS: Content-Length: 0\nS:\n";
    String last = "C: GET /3 HTTP/1.1\nC*:\n" + answered("200 OK");
    try (var server = new Transcript(asked() + ASKED_2 + "PAUSE second\n" + moved + last)) {
      assertEquals(new Run(0, "onetwo", ""), get(server, secondIsThere(server)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"S CLOSE\n", "S CUT\n", "S: HTTP/1.1 408 Late\nS:\nS CLOSE\n"})
  void aConnectionThatDiedMeanwhileIsReplacedAsEver(String end) throws Exception {
    String dead = asked() + ASKED_2 + "PAUSE second\n" + end;
    try (var server = new Transcript(dead + "---\n" + ASKED_2 + answered("200 OK"))) {
      assertEquals(new Run(0, "onetwo", ""), get(server, secondIsThere(server)));
    }
  }

  @Test
  void anAnswerThatIsCutShortIsToldBehindTheOneBefore() throws Exception {
    String half = OK + "S: Content-Length: 9\nS:\nS+: two\nS CLOSE\n";
    try (var server = new Transcript(asked() + ASKED_2 + "PAUSE second\n" + half)) {
      Run run = get(server, secondIsThere(server));
      assertEquals(1, run.status);
      assertEquals("onetwo", run.out);
      assertEquals(1, run.err.lines().filter(l -> l.contains("http://SERVER/2")).count(), run.err);
    }
  }

  @Test
  void whereTheOutputFailsTheSecondAnswerIsDropped() throws Exception {
    try (var server = new Transcript(asked() + ASKED_2 + "PAUSE second\nC REST\n")) {
      Before full =
          () -> {
            secondIsThere(server).run();
            throw new IOException("no space left");
          };
      Run run = get(server, full);
      assertEquals(1, run.status);
      assertEquals("", run.out);
      assertTrue(run.err.contains("no space left"), run.err);
    }
  }

  /** Words and fields with which the second request waits until the first answer is out. */
  @ParameterizedTest
  @ValueSource(strings = {"--verbose", "--timing", "--retry=1"})
  void nothingIsAskedAheadWhere(String option) throws Exception {
    assertEquals(0, early("", option));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Set-Cookie: a=b\r\n"})
  void norWhereTheAnswerChangesTheNextRequest(String field) throws Exception {
    assertEquals(0, early(field));
  }

  @Test
  void andElsewhereTheSameServerSeesIt() throws Exception {
    assertTrue(early("") > 0);
  }

  /** How many bytes of the second request came before the first answer was written. */
  private static int early(String field, String... options) throws Exception {
    try (var server = new TwoAnswers(field)) {
      var early = new ArrayList<Integer>();
      Run run = get(server.endpoint(), () -> early.add(server.unread()), options);
      assertEquals("onetwo", run.out, run.err);
      return early.getFirst();
    }
  }
}
