package dev.tinwire.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a running process has written to one of its streams; a test may wait for a line of it. */
final class Output {
  private final StringBuilder text = new StringBuilder();
  private int searched;
  private boolean ended;

  /** Reads on a thread of its own until the stream ends. */
  void readFrom(InputStream stream) {
    Thread.ofVirtual().name("output").start(() -> read(stream));
  }

  private void read(InputStream stream) {
    try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      var buffer = new char[4096];
      for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
        add(new String(buffer, 0, n));
      }
    } catch (IOException _) {
      // The process was ended by force: what came until then is there.
    } finally {
      end();
    }
  }

  private synchronized void add(String more) {
    text.append(more);
    notifyAll();
  }

  private synchronized void end() {
    ended = true;
    notifyAll();
  }

  /** The next whole line that matches, after the one found before. */
  synchronized MatchResult awaitLine(Pattern pattern, Duration patience)
      throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (true) {
      for (int lf = text.indexOf("\n", searched); lf >= 0; lf = text.indexOf("\n", searched)) {
        Matcher line = pattern.matcher(text.substring(searched, lf));
        searched = lf + 1;
        if (line.matches()) return line.toMatchResult();
      }
      long left = end - System.nanoTime();
      if (ended || left <= 0) {
        throw new AssertionError("no line like " + pattern + " in:\n" + text);
      }
      wait(Math.max(1, left / 1_000_000));
    }
  }

  /** All of it, once the stream has ended. */
  synchronized String awaitEnd() throws InterruptedException {
    while (!ended) wait();
    return text.toString();
  }

  synchronized String soFar() {
    return text.toString();
  }
}
