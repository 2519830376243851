package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The changes of a folder as server-sent events (HTML Standard §9.2), until the page goes away or
 * the server does:
 *
 * <pre>
 * retry: 1000
 *
 * event: css | reload
 * id: 1767225600017
 * data: 1767225600017
 *
 * :
 * </pre>
 *
 * @param seen the number that the page knows already
 * @param silence after which a comment is sent, since a client that is gone shows itself only when
 *     something is sent to it (§9.2.7)
 * @param end called once it is of no more use
 */
record LiveStream(Editions editions, long seen, Duration silence, Runnable end)
    implements Content.Written.Writer {
  private static final String BEGIN = "retry: 1000\n\n";
  private static final String COMMENT = ":\n\n";

  @Override
  public void writeTo(OutputStream out) throws IOException {
    say(out, BEGIN);
    long known = seen;
    while (true) {
      switch (next(known)) {
        case Editions.News.Changed(var change, long number) -> {
          say(out, event(change, number));
          known = number;
        }
        case Editions.News.Nothing() -> say(out, COMMENT);
        case Editions.News.Ended() -> {
          return;
        }
      }
    }
  }

  private Editions.News next(long known) throws InterruptedIOException {
    try {
      return editions.await(known, silence);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("aborted while it waited for changes");
    }
  }

  /** An event without data would not be told to the page (§9.2.6). */
  static String event(Change change, long number) {
    return "event: " + change.event() + "\nid: " + number + "\ndata: " + number + "\n\n";
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  @Override
  public void close() {
    end.run();
  }
}
