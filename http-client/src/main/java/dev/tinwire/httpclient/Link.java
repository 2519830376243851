package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.Attempt;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Exchange;
import dev.tinwire.wire.Vigil;
import dev.tinwire.wire.tls.TlsReport;
import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One open connection and how it came about; in use for one exchange at a time. */
final class Link implements Closeable {
  /**
   * How it came about.
   *
   * @param attempts every address tried
   */
  record Opening(
      Duration lookup, Duration connect, Duration tunnel, Duration tls, List<Attempt> attempts) {}

  private static final AtomicInteger NUMBERS = new AtomicInteger();

  private final int number = NUMBERS.incrementAndGet();
  private final Route route;
  private final Connection connection;
  private final Opening opening;
  private final String awaiting;
  private final Vigil vigil;
  private final Exchange<@Nullable Void> flushing;
  private final Exchange<Boolean> ending;
  private Optional<TlsReport> report = Optional.empty();
  private Fields lastFields = Fields.NONE;
  private int exchanges;
  private long idleSince;

  Link(Route route, Connection connection, Opening opening, LongSupplier nanoTime) {
    this.route = route;
    this.connection = connection;
    this.opening = opening;
    this.vigil = new Vigil(connection.raw(), nanoTime);
    this.flushing = () -> flushed(connection);
    this.ending = () -> connection.reader().atEnd();
    this.awaiting = "waiting for the answer of " + route;
  }

  /** Counted from 1 in this process. */
  int number() {
    return number;
  }

  Route route() {
    return route;
  }

  Connection connection() {
    return connection;
  }

  Opening opening() {
    return opening;
  }

  /** Watches all waits for the other side; one guard for those of all exchanges. */
  Vigil vigil() {
    return vigil;
  }

  private static @Nullable Void flushed(Connection connection) throws IOException {
    connection.writer().flush();
    return null;
  }

  /** What was written goes out; made once for many exchanges, as all that follows. */
  Exchange<@Nullable Void> flushing() {
    return flushing;
  }

  /** Waits for a byte, and says whether the end came instead. */
  Exchange<Boolean> ending() {
    return ending;
  }

  /** What goes on once a request is sent, for messages. */
  String awaiting() {
    return awaiting;
  }

  /** Whether an exchange was held over it before. */
  boolean used() {
    return exchanges > 0;
  }

  void count() {
    exchanges++;
  }

  /** What the last head had, which the next one is going to repeat for the most part. */
  Fields lastFields() {
    return lastFields;
  }

  void received(Fields fields) {
    lastFields = fields;
  }

  void idleFrom(long nanos) {
    idleSince = nanos;
  }

  Duration idle(long nanos) {
    return Duration.ofNanos(nanos - idleSince);
  }

  /**
   * Whether the other side has ended it, or has said something that nobody asked for; costs a
   * millisecond where it has not.
   */
  boolean stale() {
    try {
      if (connection.reader().anythingUnread()) return true;
      if (route.unixSocket().isPresent()) return false;
      connection.raw().setSoTimeout(1);
      try {
        var _ = connection.reader().atEnd();
        return true;
      } catch (SocketTimeoutException _) {
        return false;
      } finally {
        connection.raw().setSoTimeout(0);
      }
    } catch (IOException _) {
      return true;
    }
  }

  /** What was agreed on; the same for all its exchanges. */
  Optional<TlsReport> tlsReport() {
    if (report.isEmpty()) report = connection.tls().map(TlsReport::of);
    return report;
  }

  @Override
  public void close() {
    vigil.close();
    try {
      connection.close();
    } catch (IOException _) {
      // It was of no use any more, and is gone now.
    }
  }

  /** Ends it in the middle of a message, without the politeness of TLS, which would wait. */
  void abort() {
    vigil.close();
    try {
      connection.raw().close();
    } catch (IOException _) {
      // As above.
    }
  }
}
