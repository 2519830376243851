package dev.tinwire.wire.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTest {
  private static int echo(Parsed parsed, Standard standard) {
    standard
        .out()
        .print(
            parsed.get(TrialCommand.URL)
                + parsed.all(TrialCommand.MORE)
                + parsed.has(TrialCommand.FOLLOW)
                + parsed.get(TrialCommand.TIMES)
                + parsed.all(TrialCommand.HEADER));
    return ExitStatus.DONE;
  }

  @ParameterizedTest(name = "try {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # line                          | URL, more, -L, -n, -H
          u                               | u[]false1[]
          u v w                           | u[v, w]false1[]
          -L u                            | u[]true1[]
          u -L                            | u[]true1[]
          --location u                    | u[]true1[]
          -n 3 u                          | u[]false3[]
          -n3 u                           | u[]false3[]
          -Ln3 u                          | u[]true3[]
          --times=3 u                     | u[]false3[]
          --times 3 --times 4 u           | u[]false4[]
          -H a:1 -H b:2 u                 | u[]false1[a:1, b:2]
          --header=a=b:c u                | u[]false1[a=b:c]
          -- -L                           | -L[]false1[]
          - u                             | -[u]false1[]
          @u                              | @u[]false1[]
          ${user.home}                    | ${user.home}[]false1[]
          "u"                             | "u"[]false1[]
          """)
  void linesAreUnderstood(String line, String understood) {
    String result = new TrialCommand().run(RunTest::echo, line.split(" ", -1));
    assertEquals("0|" + understood + "|", result);
  }

  @ParameterizedTest(name = "try {0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # line              | complaint
                              | URL is missing
          u --lokation        | unknown option --lokation; did you mean --location?
          u --tiems=3         | unknown option --tiems=3; did you mean --times?
          u --frobnicate      | unknown option --frobnicate
          u -x                | unknown option -x; did you mean -L?
          u --times           | --times needs a value: --times N
          u --times -L        | --times needs a value: --times N
          u --location=yes    | --location takes no value
          u -n 0              | --times: bad number "0": write a whole number from 1 to 9
          u -n x              | --times: bad number "x": write a whole number from 1 to 9
          u --color pink      | --color: bad colour choice "pink": write auto, always or never
          """)
  void usageErrorsSayWhatIsWrongAndWhatToDo(String line, String complaint) {
    String[] words = line == null ? new String[0] : line.split(" ", -1);
    String result = new TrialCommand().run(RunTest::echo, words);
    assertTrue(result.startsWith("2||tinwire try: " + complaint + "\n"), result);
    assertTrue(result.endsWith("Try: tinwire try --help\n"), result);
  }

  @Test
  void aFaultInATextIsShownWithACaret() {
    assertEquals(
        """
        2||tinwire try: --header: bad field "X-Y a\\x07": expected a colon
            X-Y a\\x07
                     ^
        Try: tinwire try --help
        """,
        new TrialCommand().run(RunTest::echo, "u", "-H", "X-Y a\007"));
  }

  @Test
  void whatThePeerDidIsOneLineAndStatusOne() {
    Command.Action refused =
        (_, _) -> {
          throw new WireException("::1 port 80: refused \\x1b");
        };
    assertEquals(
        "1||tinwire try: ::1 port 80: refused \\x1b\n", new TrialCommand().run(refused, "u"));
  }

  @Test
  void filesAreNamedWithTheReason() {
    assertEquals("a/b: no such file or folder", complaint(new NoSuchFileException("a/b")));
    assertEquals("a/b: permission denied", complaint(new AccessDeniedException("a/b")));
    assertEquals("disk \\x1b full", complaint(new IOException("disk \033 full")));
    assertEquals("java.io.IOException", complaint(new IOException()));
    assertEquals("gone", complaint(new UncheckedIOException(new IOException("gone"))));
  }

  @Test
  void whatTheMemoryDoesNotHoldIsNoBug() {
    assertEquals(
        "what came is too much for the memory that tinwire takes",
        complaint(new OutOfMemoryError("Java heap space")));
  }

  private static String complaint(Throwable failure) {
    var complaint = Complaint.about(failure);
    assertEquals(ExitStatus.REFUSED, complaint.status());
    return complaint.line();
  }

  @Test
  void aBugOfOursIsCalledABug() {
    Command.Action broken =
        (_, _) -> {
          throw new IllegalStateException("oh\n");
        };
    assertEquals(
        "70||tinwire try: this is a bug in tinwire, please report it with what --debug shows:"
            + " java.lang.IllegalStateException: oh\\n\n",
        new TrialCommand().run(broken, "u"));
    String debugged = new TrialCommand().run(broken, "u", "--debug");
    assertTrue(debugged.contains("at dev.tinwire.wire.command.RunTest."), debugged);
  }

  @Test
  void aToolMayFindTheLineContradictory() {
    Command.Action contradiction =
        (_, _) -> {
          throw new UsageError("-4 and -6 exclude each other");
        };
    assertEquals(
        "2||tinwire try: -4 and -6 exclude each other\nTry: tinwire try --help\n",
        new TrialCommand().run(contradiction, "u"));
  }

  @Test
  void anInterruptIsPassedOn() {
    Command.Action interrupted =
        (_, _) -> {
          throw new InterruptedException();
        };
    assertEquals("130||", new TrialCommand().run(interrupted, "u"));
    assertTrue(Thread.interrupted());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          Broken pipe,                141, ''
          No space left on device,    1,   'tinwire try: cannot write the output: No space left on device\n'
          """)
  void aReaderThatWentAwayEndsTheCommandQuietly(String reason, int status, String said) {
    var err = new ByteArrayOutputStream();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException(reason);
          }
        };
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(new FailFastOutput(out), true, UTF_8),
            new PrintStream(err, true, UTF_8),
            Map.of(),
            Terminals.NONE);
    Command.Action talkative =
        (_, s) -> {
          for (int i = 0; i < 10_000; i++) s.out().println("more");
          return ExitStatus.DONE;
        };
    assertEquals(status, TrialCommand.doing(talkative).run(List.of("u"), standard));
    assertEquals(said, err.toString(UTF_8));
  }

  @Test
  void statusesOfTheToolPassThrough() {
    assertEquals("4||", new TrialCommand().run((_, _) -> 4, "u"));
  }

  @Test
  void helpAndVersionNeedNoArguments() {
    assertTrue(new TrialCommand().run(RunTest::echo, "--help").startsWith("0|tinwire try - "));
    assertTrue(new TrialCommand().run(RunTest::echo, "-V").startsWith("0|tinwire "));
  }
}
