package dev.tinwire.testkit;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.regex.Matcher;
import javax.net.ssl.SSLException;

/** Plays one side of one scripted connection: says its own lines, demands the other side's. */
final class Performance {
  private final Script script;
  private final Side side;
  private final Stage stage;
  private final Cues cues;
  private final Heard heard;
  private volatile int at;

  Performance(Script script, Side side, Stage stage) {
    this.script = script.playedBy(side);
    this.side = side;
    this.stage = stage;
    this.cues = new Cues(script, stage.patience());
    this.heard = new Heard();
  }

  Script script() {
    return script;
  }

  Stage stage() {
    return stage;
  }

  Cues cues() {
    return cues;
  }

  Heard heard() {
    return heard;
  }

  /** The line being played, or the last one played. */
  int at() {
    return at;
  }

  /** Plays one connection to its end, or throws an error that shows the place. */
  void play(List<Step> steps, Wire wire) throws InterruptedException {
    for (Step step : steps) {
      at = step.at();
      try {
        perform(step, wire);
      } catch (Surprise surprise) {
        throw failureHere(meant(step), surprise.came());
      } catch (IOException e) {
        throw failureHere(meant(step), Escapes.escape(Escapes.bytesOf(String.valueOf(e))));
      }
    }
  }

  private void perform(Step step, Wire wire) throws Surprise, IOException, InterruptedException {
    switch (step) {
      case Step.Pause pause -> cues.pauseAt(pause.cue());
      case Step.Tls tls -> upgrade(tls, wire);
      case Step.Move move when move.by() == side -> act(move, wire);
      case Step.Move move -> demand(move, wire);
    }
  }

  private void upgrade(Step.Tls tls, Wire wire) throws Surprise, IOException {
    try {
      wire.upgrade(side, stage.tlsFor(side));
    } catch (SSLException | EOFException | SocketException e) {
      // Who refuses sends an alert and closes; the reset that follows may overtake the alert.
      if (tls.refused()) return;
      throw e;
    }
    if (tls.refused()) throw new Surprise("a handshake that succeeded");
  }

  private void act(Step.Move move, Wire wire) throws IOException {
    switch (move) {
      case Step.Line line -> wire.say(heard.fill(line.text()) + "\r\n");
      case Step.Exactly exactly -> wire.say(exactly.bytes());
      case Step.Bulk bulk -> wire.say(bulk.bytes());
      case Step.End end -> wire.end(end.ending());
      case Step.Like _, Step.Until _, Step.Rest _ ->
          throw new IllegalStateException("refused by playedBy");
    }
  }

  private void demand(Step.Move move, Wire wire) throws Surprise, IOException {
    switch (move) {
      case Step.Line line -> demandLine(heard.fill(line.text()), wire);
      case Step.Exactly exactly -> same(exactly.bytes(), wire.exactly(exactly.bytes()));
      case Step.Bulk bulk -> {
        if (bulk.pattern().isEmpty()) heard.line(wire.any(bulk.length()));
        else same(bulk.bytes(), wire.exactly(bulk.bytes()));
      }
      case Step.Like like -> demandLike(like, wire);
      case Step.Until until -> {
        String last = heard.fill(until.last());
        while (true) {
          String line = content(wire.line());
          heard.line(line);
          if (line.equals(last)) break;
        }
      }
      case Step.Rest _ -> heard.line(wire.toEnd());
      case Step.End end -> wire.demandEnd(end.ending() != Step.Ending.CLOSE);
    }
  }

  private void demandLine(String expected, Wire wire) throws Surprise, IOException {
    String came = wire.line();
    same(expected + "\r\n", came);
    heard.line(expected);
  }

  private void demandLike(Step.Like like, Wire wire) throws Surprise, IOException {
    String came = wire.line();
    Matcher matcher = like.pattern().matcher(Escapes.textOf(content(came)));
    if (!matcher.matches()) throw new Surprise(Escapes.escape(came));
    heard.line(content(came));
    heard.remember(matcher.toMatchResult());
  }

  private static void same(String expected, String came) throws Surprise {
    if (!came.equals(expected)) throw new Surprise(Escapes.escape(came));
  }

  private static String content(String line) throws Surprise {
    if (!line.endsWith("\r\n")) {
      throw new Surprise(Escapes.escape(line) + " which does not end with CR LF");
    }
    return line.substring(0, line.length() - 2);
  }

  private String meant(Step step) {
    return switch (step) {
      case Step.Pause pause -> "a resume(\"" + pause.cue() + "\") from the test";
      case Step.Tls tls -> tls.refused() ? "a refused TLS handshake" : "a TLS handshake";
      case Step.Line line -> Escapes.escape(heard.fill(line.text()) + "\r\n");
      case Step.Move move -> move.meant();
    };
  }

  /** The error of this script at the line being played. */
  AssertionError failureHere(String expected, String came) {
    return failure(at, expected, came);
  }

  /** The error of this script at a line, with a caret where the two begin to differ. */
  AssertionError failure(int line, String expected, String came) {
    int differs = 0;
    int shorter = Math.min(expected.length(), came.length());
    while (differs < shorter && expected.charAt(differs) == came.charAt(differs)) differs++;
    return new AssertionError(
        String.format(
            "the conversation left the script at line %d%n"
                + "  expected: %s%n  came:     %s%n            %s^%n%s",
            line, expected, came, " ".repeat(differs), script.markedAt(line)));
  }
}
