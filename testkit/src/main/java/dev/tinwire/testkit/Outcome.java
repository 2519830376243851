package dev.tinwire.testkit;

import java.util.List;

/** What came of an {@link Invocation}. Prints as a row of a {@link ConsoleTranscript}. */
public record Outcome(Invocation invocation, int status, String stdout, String stderr) {

  /** The lines of stdout. */
  public List<String> lines() {
    return stdout.lines().toList();
  }

  /** The lines of stderr. */
  public List<String> errors() {
    return stderr.lines().toList();
  }

  /** Compares all three at once, so that the message tells the whole story. */
  public Outcome expect(int expectedStatus, String expectedStdout, String expectedStderr) {
    var expected = new Outcome(invocation, expectedStatus, expectedStdout, expectedStderr);
    if (equals(expected)) return this;
    throw new AssertionError("expected\n" + expected + "but came\n" + this);
  }

  @Override
  public String toString() {
    var out = new StringBuilder("$ tinwire");
    for (String word : invocation.args()) out.append(' ').append(Words.quote(word));
    out.append('\n');
    for (String line : lines()) out.append(ConsoleLine.same(line)).append('\n');
    for (String line : errors()) {
      out.append("! ").append(ConsoleLine.same(line)).append('\n');
    }
    return out.append("= ").append(status).append('\n').toString();
  }
}
