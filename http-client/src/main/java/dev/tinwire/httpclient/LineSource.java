package dev.tinwire.httpclient;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;

/** Where a shell's lines come from: a terminal, a pipe, or an option. */
interface LineSource extends Closeable {
  /** What is done for a line. */
  @FunctionalInterface
  interface Work {
    int run() throws InterruptedException;
  }

  /** The next line; empty where there are no more. */
  Optional<String> next(String prompt) throws IOException;

  /** Lets a line be carried out; at a terminal until somebody wants an end of it. */
  int during(Work work) throws InterruptedException;
}
