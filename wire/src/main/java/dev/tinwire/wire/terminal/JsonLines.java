package dev.tinwire.wire.terminal;

import dev.tinwire.wire.json.Json;
import java.io.PrintStream;

/**
 * Results for programs, {@code --json}: one object on each line, flushed at once, so that a reader
 * at the other end of a pipe sees each as it happens. Any thread may write; lines come out whole.
 */
public final class JsonLines {
  private final PrintStream out;

  /** Writes to a stream that encodes in UTF-8 (RFC 8259 §8.1). */
  public JsonLines(PrintStream out) {
    this.out = out;
  }

  public void write(Json.Obj object) {
    out.print(object.print() + "\n");
    out.flush();
  }
}
