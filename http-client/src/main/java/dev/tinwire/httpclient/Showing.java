package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;

/** Brings a body to standard output: for eyes where that is a terminal, raw where not. */
final class Showing {
  private final Sender sender;
  private final Output output;
  private final boolean include;
  private final boolean fail;

  /** A way to show. */
  Showing(Sender sender, Output output) {
    this(sender, output, false, false);
  }

  /**
   * A way to show.
   *
   * @param include the head as well, where the body is raw
   * @param fail keeps back the body of a refusal, so that {@code get -f … | sh} runs no error page
   */
  Showing(Sender sender, Output output, boolean include, boolean fail) {
    this.sender = sender;
    this.output = output;
    this.include = include;
    this.fail = fail;
  }

  /**
   * Fetches and shows.
   *
   * @param received done once, as soon as a raw body of known length is here, before the end of it
   *     is written: its connection is free then
   */
  Fetched run(Request request, boolean raw, Runnable received)
      throws IOException, InterruptedException {
    Response response = sender.send(request);
    try (response) {
      if (output.json()) return Fetched.of(response, 0).withBody(response.bytes());
      boolean eyes = output.outScreen().live() && !raw;
      boolean headOnly = request.method().equals(Method.HEAD);
      if (eyes) return Fetched.of(response, forEyes(response, headOnly));
      return Fetched.of(response, raw(response, headOnly, received));
    }
  }

  /** The body alone, for eyes at a terminal and raw elsewhere. */
  long body(Response response) throws IOException {
    boolean eyes = output.outScreen().live();
    PrintStream out = output.out();
    return eyes
        ? new TerminalBody(out, output.outScreen()).show(response)
        : raw(response, false, () -> {});
  }

  private boolean keptBack(Response response) {
    return fail && (response.status().isClientError() || response.status().isServerError());
  }

  private long forEyes(Response response, boolean headOnly) throws IOException {
    PrintStream out = output.out();
    // Who watches the conversation at the same terminal has just seen the head.
    boolean seen = output.verbose() && output.errScreen().live();
    if (!seen) HeadLines.of(response.head(), output.outScreen()).forEach(out::println);
    if (headOnly || keptBack(response)) return 0;
    if (!seen) out.println();
    return new TerminalBody(out, output.outScreen()).show(response);
  }

  private long raw(Response response, boolean headOnly, Runnable received) throws IOException {
    PrintStream out = output.out();
    if (include || headOnly) out.write(response.head().toBytes());
    if (keptBack(response)) return 0;
    long bytes = 0;
    byte[] piece = new byte[Pieces.size(response)];
    InputStream in = response.body();
    boolean over = false;
    while (!over) {
      int n = in.read(piece, 0, piece.length);
      if (n < 0) break;
      over = response.isOver();
      if (over) received.run();
      out.write(piece, 0, n);
      out.flush(); // what comes slowly is seen as it comes
      bytes += n;
    }
    return bytes;
  }
}
