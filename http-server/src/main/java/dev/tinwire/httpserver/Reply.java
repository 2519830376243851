package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.HttpVersion;
import dev.tinwire.http.Method;
import dev.tinwire.http.Persistence;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Sends the answer to one request, or to what was none, and tells those who keep the books. */
final class Reply {
  private final Service service;
  private final Link link;
  private final Optional<RequestHead> head;
  private final Instant begun;
  private final long start = System.nanoTime();
  private Optional<Body> body = Optional.empty();

  private Reply(Service service, Link link, Optional<RequestHead> head) {
    this.service = service;
    this.link = link;
    this.head = head;
    this.begun = service.clock().instant();
  }

  static Reply to(Service service, Link link, RequestHead head) {
    return new Reply(service, link, Optional.of(head));
  }

  /** Counts what is read of it. */
  void countsIn(Body request) {
    body = Optional.of(request);
  }

  /** To something that has no head. */
  static Reply toNothing(Service service, Link link) {
    return new Reply(service, link, Optional.empty());
  }

  /**
   * Sends it, and closes its content in any case.
   *
   * @return whether the connection goes on, as its head has told the client
   * @throws IOException if it is not whole
   */
  Persistence send(Answer answer, Persistence persistence) throws IOException {
    // To what cannot be read we answer as to a GET in our own version (RFC 9110 §2.5).
    var line = head.map(RequestHead::line);
    Method method = line.isPresent() ? line.get().method() : Method.GET;
    HttpVersion version = line.isPresent() ? line.get().version() : HttpVersion.HTTP_1_1;
    var answerHead = new AnswerHead(answer, method, version, persistence);
    byte[] bytes = answerHead.toBytes(service.date().at(service.clock().instant()));
    Outlet out = link.outlet(service.limits().pace());
    boolean whole = false;
    try (Content content = answer.content()) {
      new AnswerWriter(out).write(bytes, answerHead.framing(), content);
      whole = true;
    } catch (RuntimeException e) {
      throw failed(out, new IOException("the content of an answer failed", e));
    } catch (IOException e) {
      throw failed(out, e);
    } finally {
      tell(answer.status(), Math.max(0, out.sent() - bytes.length), whole);
    }
    return answerHead.persists();
  }

  /** What was being received has ended in the middle, so that there is nobody to answer. */
  void brokenOff() {
    tell(Served.GONE, 0, false);
  }

  /** Tells it, unless it is the client's doing, and passes it on. */
  private IOException failed(Outlet out, IOException e) {
    if (!out.broken() && head.isPresent()) service.observer().failed(head.get(), e);
    return e;
  }

  private void tell(Status status, long content, boolean whole) {
    long received = body.map(Body::bytes).orElse(0L);
    service.counters().count(status, content, received);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    service
        .observer()
        .served(new Served(begun, link.client(), head, status, received, content, took, whole));
  }
}
