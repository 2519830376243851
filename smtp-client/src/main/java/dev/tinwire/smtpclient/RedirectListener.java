package dev.tinwire.smtpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import java.io.Closeable;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A listener on the loopback that waits for one thing: the browser that comes back from the
 * provider (RFC 8252 §7.3). Whoever else comes is turned away, and after so many the login ends.
 * Browsers open connections they may never use, so each is served on a thread of its own; of the
 * platform, since virtual ones that wait for sockets would put our end off by 300 ms.
 */
final class RedirectListener implements Closeable {
  private final List<ServerSocket> listeners;
  private final String state;
  private final OAuthLimits limits;
  private final AtomicInteger came = new AtomicInteger();
  private final CompletableFuture<Redirected> answer = new CompletableFuture<>();

  /**
   * Listens.
   *
   * @param host as the browser is told
   */
  RedirectListener(String host, String state, OAuthLimits limits) throws IOException {
    this.listeners = LoopbackPorts.open(host, limits.strangers());
    this.state = state;
    this.limits = limits;
    for (ServerSocket listener : listeners) {
      Thread.ofPlatform().daemon().name("redirect-listener").start(() -> accept(listener));
    }
  }

  int port() {
    return listeners.getFirst().getLocalPort();
  }

  /** The answer to our question. */
  Redirected await(Deadline deadline) throws IOException, InterruptedException {
    try {
      return answer.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      throw deadline.timedOut("waiting for the login in the browser");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) throw cause;
      throw new IllegalStateException(e.getCause());
    }
  }

  private void accept(ServerSocket listener) {
    try {
      while (came.get() < limits.strangers()) {
        var connection = Connection.accepted(listener.accept());
        came.incrementAndGet();
        Thread.ofPlatform().daemon().name("redirect").start(() -> serve(connection));
      }
      answer.completeExceptionally(
          new WireException(
              "%d requests came to the listener and none was the answer; begin again"
                  .formatted(limits.strangers())));
    } catch (IOException e) {
      answer.completeExceptionally(e); // closed by us, or not to be had any more
    }
  }

  private void serve(Connection connection) {
    var deadline = Deadline.in(limits.browser());
    try (connection) {
      connection.within(deadline, "reading what the browser says", () -> said(connection));
    } catch (IOException _) {
      // Whatever it was, it was not the answer, or it did not stay for ours.
    }
  }

  private Redirected said(Connection connection) throws IOException {
    var head = RequestHead.read(connection.reader(), Limits.SERVER, Set.of());
    Redirected redirected = Redirected.of(head, state);
    connection.writer().write(page(redirected));
    connection.writer().flush();
    if (!(redirected instanceof Redirected.Stranger)) answer.complete(redirected);
    return redirected;
  }

  private static byte[] page(Redirected redirected) {
    return switch (redirected) {
      case Redirected.Code _ -> page(200, "Logged in. This window can be closed.");
      case Redirected.Declined _ -> page(200, "Not logged in. This window can be closed.");
      case Redirected.Stranger(int status) -> page(status, "Nothing for you here.");
    };
  }

  /** Nothing that came is repeated in it, and the address with the code is passed to nobody. */
  private static byte[] page(int status, String text) {
    byte[] body =
        "<!DOCTYPE html><html lang=en><meta charset=utf-8><title>Tinwire</title><p>%s</p></html>\n"
            .formatted(text)
            .getBytes(StandardCharsets.UTF_8);
    Fields fields =
        Fields.of(
            "Content-Type", "text/html; charset=utf-8",
            "Content-Length", Integer.toString(body.length),
            "Content-Security-Policy", "default-src 'none'",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Connection", "close");
    byte[] head = new ResponseHead(new StatusLine(new Status(status)), fields).toBytes();
    byte[] all = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, all, head.length, body.length);
    return all;
  }

  @Override
  public void close() throws IOException {
    for (ServerSocket listener : listeners) listener.close();
  }
}
