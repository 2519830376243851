package dev.tinwire.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;

/**
 * A scripted TCP server on a real loopback socket: it says its lines and demands the client's, in
 * order, and fails the test where the client leaves the script.
 *
 * <pre>{@code
 * try (var server = new Transcript("""
 *     S: 220 mx.example ESMTP
 *     C: EHLO client.example
 *     S: 250 STARTTLS
 *     C: STARTTLS
 *     S: 220 go
 *     TLS
 *     C~: EHLO (?<name>.*)
 *     """)) { … }
 * }</pre>
 *
 * <pre>
 * S: text       the server says a line, CR LF is added; empty lines and # comments are skipped
 * C: text       the client says a line; ${name} stands for what a group caught before
 * S+: C+:       bytes without a line end; \r \n \t \0 \\ \xHH are escapes
 * S[n]: C[n]:   n bytes, the text (with escapes) over and over; demanded without text: any
 * C~: regex     a line that matches as a whole; its named groups are remembered   (S~ in a client)
 * C*: last      any lines up to and with this one; "C*:" ends with an empty line  (S* in a client)
 * C REST        anything, to the orderly end of that side   (S REST in a client)
 * TLS           both sides change to TLS; "TLS REFUSED": the handshake must fail
 * S CLOSE       that side ends in good order; the other may still speak
 * S CUT         that side resets the connection; who demands a CUT is content with any end
 * S DROP        that side sends FIN, with TLS without the close_notify it owes (a JDK that reads
 *               it needs com.sun.net.ssl.requireCloseNotify=true to notice)
 * PAUSE cue     waits until the test calls resume("cue"); awaitPause("cue") waits for it to be here
 * ---           the next connection
 * </pre>
 *
 * <p>After the last step of a connection the server closes its direction and still listens: a
 * client that says more than the script has fails the test, too. {@link #close()} checks that the
 * script was played to its end. For the other side of the same script see {@link ScriptedClient}.
 */
public final class Transcript implements AutoCloseable {
  private record Encore(Wire wire, int at, CompletableFuture<String> said) {}

  private final Performance performance;
  private final ServerSocket listener;
  private final ConcurrentLinkedQueue<Wire> wires = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Encore> encores = new ConcurrentLinkedQueue<>();
  private final CompletableFuture<Void> done = new CompletableFuture<>();

  public Transcript(String script) throws IOException {
    this(script, Stage.loopback());
  }

  /** With a server identity of one's own for its {@code TLS} steps. */
  public Transcript(String script, SSLContext tls) throws IOException {
    this(script, Stage.loopback().withTls(tls));
  }

  /** Listens at once; plays on a thread of its own. */
  public Transcript(String script, Stage stage) throws IOException {
    performance = new Performance(Script.parse(script), Side.SERVER, stage);
    listener = new ServerSocket(0, 50, stage.address());
    listener.setSoTimeout(Math.toIntExact(stage.patience().toMillis()));
    Thread.ofVirtual().name("transcript").start(this::serve);
  }

  private void serve() {
    try (listener) {
      for (List<Step> steps : performance.script().connections()) {
        Wire wire = accept();
        performance.play(steps, wire);
        listenOn(wire);
      }
      done.complete(null);
    } catch (IOException | InterruptedException | RuntimeException | AssertionError e) {
      done.completeExceptionally(e);
      // The client is not to wait for lines that will never come.
      closeAll();
    }
  }

  private Wire accept() throws IOException {
    try {
      var wire = new Wire(listener.accept(), performance.stage().patience());
      wires.add(wire);
      return wire;
    } catch (SocketTimeoutException _) {
      throw performance.failureHere(
          "a connection", "none within " + performance.stage().patience());
    }
  }

  private void listenOn(Wire wire) throws IOException {
    if (wire.closed()) return;
    wire.end(Step.Ending.CLOSE);
    var said = new CompletableFuture<String>();
    encores.add(new Encore(wire, performance.at(), said));
    Thread.ofVirtual().name("transcript-encore").start(() -> said.complete(wire.rest()));
  }

  public InetSocketAddress address() {
    return (InetSocketAddress) listener.getLocalSocketAddress();
  }

  public int port() {
    return listener.getLocalPort();
  }

  /** {@code 127.0.0.1:PORT}, as a user would type it. */
  public String endpoint() {
    return Loopback.print(address());
  }

  /** What the client has said until now. */
  public Heard heard() {
    return performance.heard();
  }

  /** Waits until the script has come to {@code PAUSE cue}. */
  public void awaitPause(String cue) throws InterruptedException {
    performance.cues().awaitPause(cue);
  }

  /** Lets the script go on after {@code PAUSE cue}. */
  public void resume(String cue) {
    performance.cues().resume(cue);
  }

  /** Fails unless the whole script was played and the client said nothing more. */
  public void assertDone() {
    try {
      // Longer than a step may take, since the error of a failed step tells more than this one.
      done.get(performance.stage().patience().toNanos() * 2, TimeUnit.NANOSECONDS);
      for (Encore encore : encores) {
        encore.wire().stopListening();
        String said = encore.said().get();
        if (!said.isEmpty())
          throw performance.failure(encore.at(), "no more", Escapes.escape(said));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted before the script was done", e);
    } catch (TimeoutException e) {
      throw performance.failureHere("the end of the script", "nothing more");
    } catch (ExecutionException e) {
      // A new error: its stack shows the test, its cause the script's thread.
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new AssertionError(cause.getMessage(), cause);
    }
  }

  private void closeAll() {
    wires.forEach(Wire::close);
  }

  /** Checks as {@link #assertDone()}, and ends all connections in any case. */
  @Override
  public void close() {
    try {
      assertDone();
    } finally {
      closeAll();
    }
  }
}
