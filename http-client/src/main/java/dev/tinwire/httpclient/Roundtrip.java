package dev.tinwire.httpclient;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.TimedOut;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One request and the head of its answer over one connection (RFC 9112):
 *
 * <pre>
 * request head ─▶ [ 100 ◀─ ] body ─▶ ◀─ 1xx … ◀─ head of the answer
 * </pre>
 */
final class Roundtrip {
  /** A body larger than this waits for "100 Continue", for the answer may be no. */
  static final int EXPECTS_ABOVE = 1 << 20;

  private static final int EXPECT_MILLIS = 1000;

  /**
   * What came.
   *
   * @param whole whether all of the request was sent; if not, the connection ends with the answer
   * @param sent how long that took
   * @param waited from there to the first byte of the answer
   */
  record Answer(
      ResponseHead head,
      Framing framing,
      Body body,
      boolean whole,
      long requestBytes,
      Duration sent,
      Duration waited) {}

  private final Link link;
  private final ClientLimits limits;
  private final Deadline deadline;
  private final Narrator narrator;
  private final LongSupplier nanoTime;

  Roundtrip(
      Link link, ClientLimits limits, Deadline deadline, Narrator narrator, LongSupplier nanoTime) {
    this.link = link;
    this.limits = limits;
    this.deadline = deadline;
    this.narrator = narrator;
    this.nanoTime = nanoTime;
  }

  /**
   * What went out.
   *
   * @param whole whether that was all
   * @param at when it had gone
   * @param early what came before the body, if that was waited for
   */
  record Sent(boolean whole, long bytes, Duration took, long at, @Nullable ResponseHead early) {}

  /** The first half. */
  Sent send(RequestHead head, Payload payload) throws IOException {
    link.count();
    long began = nanoTime.getAsLong();
    narrator.sent(head);
    byte[] bytes = head.toBytes();
    var body = new Sending(link, limits, deadline);
    boolean whole = send(head, bytes, payload, body);
    long at = nanoTime.getAsLong();
    return new Sent(whole, bytes.length + body.sent(), Duration.ofNanos(at - began), at, early);
  }

  /** The second half. */
  Answer receive(RequestHead head, Sent sent) throws IOException {
    early = sent.early();
    awaitFirstByte();
    long first = nanoTime.getAsLong();
    ResponseHead answer = finalHead();
    Framing framing =
        Framing.ofResponse(
            head.line().method(),
            answer.status(),
            answer.fields(),
            answer.line().version(),
            Leniencies.ACCEPTED);
    return new Answer(
        answer,
        framing,
        Body.of(framing, link.connection().reader(), limits.frame()),
        sent.whole(),
        sent.bytes(),
        sent.took(),
        Duration.ofNanos(first - sent.at()));
  }

  /** Whether all of it was sent; not where an answer came before its end. */
  private boolean send(RequestHead head, byte[] bytes, Payload payload, Sending body)
      throws IOException {
    try {
      body.head(bytes);
      if (head.fields().has("Expect")) {
        body.flush(); // else it would wait for the body, and the server for it
        if (!goOn()) return false;
      }
      return body.payload(payload, head.fields().has("Transfer-Encoding"));
    } catch (TimedOut e) {
      throw e;
    } catch (IOException e) {
      // A server that says no may close before it has read all: its answer counts (RFC 9112 §9.6).
      if (answerIsThere()) return false;
      throw unanswered(e);
    }
  }

  /**
   * Whether to send the body: "100 Continue" came, or nothing within a second (RFC 9110 §10.1.1).
   */
  private boolean goOn() throws IOException {
    var connection = link.connection();
    connection.raw().setSoTimeout(EXPECT_MILLIS);
    try {
      if (connection.reader().atEnd()) return false;
    } catch (SocketTimeoutException _) {
      return true; // many servers do not know the field
    } finally {
      connection.raw().setSoTimeout(0);
    }
    ResponseHead first = nextHead();
    narrator.received(first);
    if (first.status().equals(Status.CONTINUE)) return true;
    early = first;
    return false;
  }

  private @Nullable ResponseHead early;

  private boolean answerIsThere() {
    try {
      return !link.connection().reader().atEnd();
    } catch (IOException _) {
      return false;
    }
  }

  private void awaitFirstByte() throws IOException {
    if (early != null) return;
    boolean ended;
    try {
      ended = link.vigil().within(limits.step(deadline), link.awaiting(), link.ending());
    } catch (WireException e) {
      throw e;
    } catch (IOException e) {
      throw unanswered(e);
    }
    if (ended)
      throw new Unanswered(link.route() + " closed the connection without an answer", null);
  }

  private Unanswered unanswered(IOException e) {
    String said = Visible.of(String.valueOf(e.getMessage()));
    return new Unanswered(
        link.route() + " broke the connection before it answered (" + said + ")", e);
  }

  private ResponseHead finalHead() throws IOException {
    if (early != null && !early.status().isInformational()) return early;
    for (int interim = 0; interim <= limits.interim(); interim++) {
      ResponseHead head = nextHead();
      narrator.received(head);
      if (head.status().code() == 101) {
        throw new WireException(
            link.route() + " changes to another protocol (101), which nobody asked for");
      }
      if (!head.status().isInformational()) return head;
    }
    throw new WireException(
        link.route() + " sent more than " + limits.interim() + " interim answers (1xx)");
  }

  private ResponseHead nextHead() throws IOException {
    var connection = link.connection();
    var head =
        link.vigil()
            .within(
                limits.step(deadline),
                "receiving the head of the answer",
                () ->
                    ResponseHead.read(
                        connection.reader(),
                        limits.frame(),
                        Leniencies.ACCEPTED,
                        link.lastFields()));
    link.received(head.fields());
    return head;
  }
}
