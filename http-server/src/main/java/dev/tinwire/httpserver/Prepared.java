package dev.tinwire.httpserver;

import dev.tinwire.http.Framing;
import dev.tinwire.http.Persistence;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An answer as it goes over the wire, to be given again and again; only the Date in it is of now.
 * Belongs to one thread.
 */
final class Prepared {
  private static final byte[] NOTHING = {};

  private final RequestHead request;
  private final Status status;
  private final Persistence persistence;
  private final InstantAnswer.Validity validity;
  private final Content.Bytes content;
  private final byte[] head;
  private final int dateAt;
  private String date;
  private boolean wanted = true;

  /**
   * Prepares it.
   *
   * @param known whose content is in memory
   * @param date the line of now; all others are as long
   */
  Prepared(RequestHead request, Terms terms, InstantAnswer known, String date) {
    Answer answer = known.answer();
    var form = new AnswerHead(answer, terms.method(), terms.version(), terms.persistence());
    this.request = request;
    this.status = answer.status();
    this.persistence = form.persists();
    this.validity = known.validity();
    boolean none = form.framing() instanceof Framing.None;
    this.content =
        !none && answer.content() instanceof Content.Bytes bytes
            ? bytes
            : new Content.Bytes(NOTHING);
    this.head = form.toBytes(date);
    this.dateAt = new String(head, StandardCharsets.ISO_8859_1).indexOf('\n') + 1;
    this.date = date;
  }

  /** Whether it may be given now. */
  boolean holds() {
    wanted = true;
    return validity.holds() || validity.renews();
  }

  /**
   * The same for who only keeps it: it is renewed if somebody has wanted it since the last time.
   */
  boolean keeps() {
    boolean asked = wanted;
    wanted = false;
    return validity.holds() || (asked && validity.renews());
  }

  RequestHead request() {
    return request;
  }

  Status status() {
    return status;
  }

  Persistence persistence() {
    return persistence;
  }

  int headLength() {
    return head.length;
  }

  int contentLength() {
    return content.bytes().length;
  }

  /** Whether the content is better written from where it lies than copied behind the head. */
  boolean large() {
    return contentLength() >= Content.Bytes.LARGE;
  }

  /** The same bytes are the same object, as long as nobody has changed them. */
  Content.Bytes bytes() {
    return content;
  }

  /** A copy of the head, dated as it was sent last. */
  ByteBuffer head() {
    return ByteBuffer.wrap(head.clone());
  }

  boolean hasHead(ByteBuffer other) {
    return other.equals(ByteBuffer.wrap(head));
  }

  /** The content where it lies. */
  ByteBuffer content() {
    return content.direct();
  }

  /** Puts the head there, dated now, and the content as well unless it is large. */
  void put(ByteBuffer into, String now) {
    if (!date.equals(now)) {
      byte[] line = now.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(line, 0, head, dateAt, line.length);
      date = now;
    }
    into.put(head);
    if (!large()) into.put(content.bytes());
  }
}
