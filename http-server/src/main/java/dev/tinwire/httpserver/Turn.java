package dev.tinwire.httpserver;

import dev.tinwire.http.BadMessage;
import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Persistence;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import java.io.IOException;

/** One request whose head has come: its body, its answer, and what is left of it afterwards. */
final class Turn {
  private final Service service;
  private final Link link;
  private final RequestHead head;
  private final Reply reply;

  Turn(Service service, Link link, RequestHead head) {
    this.service = service;
    this.link = link;
    this.head = head;
    this.reply = Reply.to(service, link, head);
  }

  /**
   * Takes it.
   *
   * @return whether another request may follow; all of this one has been read then
   * @throws IOException if the answer is not whole, so that the connection must be cut
   */
  Persistence take() throws IOException {
    Terms terms;
    try {
      terms = Terms.of(head, link.secure());
    } catch (BadMessage bad) {
      return refuse(bad);
    }
    Body body = Body.of(terms.framing(), link.reader(), service.limits().messages());
    reply.countsIn(body);
    boolean invite = terms.expectsContinue() && !link.anythingUnread();
    link.input().body(link.patience().progress(service.limits().pace()), invite);
    Answer answer;
    try {
      answer = answer(body);
    } catch (BadMessage bad) {
      return refuse(bad);
    }
    Persistence after = reply.send(answer, persistence(terms, body));
    return after == Persistence.KEEP_OPEN ? drained(terms, body) : after;
  }

  /** Behind a fault in the framing nothing has a meaning (RFC 9112 §9.6). */
  private Persistence refuse(BadMessage bad) throws IOException {
    return reply.send(no(bad.status(), String.valueOf(bad.getMessage())), Persistence.CLOSE);
  }

  /** A page for who prefers one: its head could be read. */
  private Answer no(Status status, String sentence) {
    return Refusal.of(status, sentence, head.fields());
  }

  private Answer answer(Body body) throws IOException {
    try {
      var request = new Request(head, body, link.client(), link.secure());
      Answer answer = service.handler().answer(request);
      if (!answer.status().isInformational()) return answer;
      answer.content().close();
      throw new IllegalStateException(answer.status() + " is no final answer");
    } catch (BadMessage bad) {
      throw bad; // of the body's framing, or a handler's own "413"
    } catch (IOException | RuntimeException e) {
      if (e instanceof IOException gone && link.input().broken()) {
        reply.brokenOff();
        throw gone;
      }
      service.observer().failed(head, e);
      return no(Refusal.INTERNAL_SERVER_ERROR, "something went wrong here");
    }
  }

  /** Decided before the answer leaves, since its head says it (RFC 9112 §9.3, §9.6). */
  private Persistence persistence(Terms terms, Body body) {
    // A body that was not invited may come or not (RFC 9110 §10.1.1), and one too long to drop
    // would have to be received only to be thrown away.
    boolean clear = body.ended() || terms.worthDraining(service.limits().drain());
    boolean known = !link.input().uninvited() && !service.ending().begun();
    return clear && known ? terms.persistence() : Persistence.CLOSE;
  }

  private Persistence drained(Terms terms, Body body) {
    if (terms.framing() instanceof Framing.None || body.ended()) return Persistence.KEEP_OPEN;
    link.input().body(link.patience().dropping(service.limits().unwanted()), false);
    try {
      return body.drain(service.limits().drain()) ? Persistence.KEEP_OPEN : Persistence.CLOSE;
    } catch (IOException _) {
      return Persistence.CLOSE; // Cut, too slow or bad chunks: the answer has been sent.
    }
  }
}
