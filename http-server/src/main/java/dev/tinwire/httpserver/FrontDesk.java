package dev.tinwire.httpserver;

import dev.tinwire.http.Persistence;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Answers what it knows by heart, in the order of the requests, and never waits: where a request is
 * not whole, or somebody must look, that and all behind it is for a {@link Session}. Belongs to the
 * lobby's thread.
 */
final class FrontDesk {
  /** What becomes of a guest. */
  enum Next {
    /** It waits for the next request. */
    WAITS,
    /** Its client has not taken all of an answer yet. */
    SENDS,
    /** The conversation is over, and nothing more will come. */
    LEAVES,
    /** Somebody looks for what it has asked for. */
    EXPECTS,
    /** What it has kept is for a session. */
    NEEDS_SESSION
  }

  /** What is read at once: the heads of many requests, or the beginning of a long one. */
  private static final int READ = 16 * 1024;

  private final Service service;
  private final Repertoire repertoire;
  private final Expected expected;
  private final ByteBuffer in = ByteBuffer.allocateDirect(READ);
  private final byte[] bytes = new byte[READ];
  private final ByteBuffer tray =
      ByteBuffer.allocateDirect(Repertoire.LONGEST + Content.Bytes.LARGE);

  FrontDesk(Service service) {
    this.service = service;
    this.repertoire = new Repertoire(service, false);
    this.expected = new Expected(repertoire);
  }

  /** Takes what the client has sent. */
  Next take(Guest guest) throws IOException {
    in.clear();
    int n = guest.channel().read(in);
    if (n < 0) return Next.LEAVES;
    if (n == 0) return Next.WAITS;
    in.flip().get(bytes, 0, n);
    return serve(guest, bytes, n);
  }

  /** Sends on, to a client who takes again. */
  Next goOn(Guest guest) throws IOException {
    Sending sending = guest.sending();
    if (sending == null) return Next.WAITS;
    if (!sending.goOn(guest.channel())) return Next.SENDS;
    tell(sending.served(guest.client()));
    guest.sends(null);
    if (sending.persistence() == Persistence.CLOSE) return Next.LEAVES;
    return again(guest);
  }

  /** Goes on with what it has kept. */
  Next again(Guest guest) throws IOException {
    byte[] unread = guest.unread();
    return serve(guest, unread, unread.length);
  }

  /** Those who have expected something that has come, or will not. */
  List<Guest> released() {
    if (expected.isEmpty()) return List.of();
    if (service.ending().begun()) return expected.all();
    return expected.released(System.nanoTime(), service.date().at(service.clock().instant()));
  }

  private Next serve(Guest guest, byte[] requests, int end) throws IOException {
    Instant now = service.clock().instant();
    String date = service.date().at(now);
    for (int at = 0; at < end; ) {
      int behind = HeadBytes.end(requests, at, end);
      Prepared answer = behind < 0 ? null : find(guest, requests, at, behind, date);
      // Of a client that says it leaves and sends on, the rest must be taken before the end.
      boolean simple =
          answer != null && (answer.persistence() != Persistence.CLOSE || behind == end);
      if (answer == null || !simple) {
        guest.keep(requests, at, end);
        return answer == null && behind > 0 && expects(guest, requests, at, behind)
            ? Next.EXPECTS
            : Next.NEEDS_SESSION;
      }
      at = behind;
      if (!send(guest, answer, now, date)) {
        guest.keep(requests, at, end);
        return Next.SENDS;
      }
      // It said itself that this is its last request (RFC 9112 §9.6): nothing is left to be taken.
      if (answer.persistence() == Persistence.CLOSE) return Next.LEAVES;
    }
    guest.patience().idle(service.limits().idle());
    return Next.WAITS;
  }

  private @Nullable Prepared find(Guest guest, byte[] requests, int at, int behind, String date) {
    // At the end every answer says so, which those known by heart do not.
    if (service.ending().begun()) return null;
    return repertoire.find(requests, at, behind, guest.client(), date);
  }

  private boolean expects(Guest guest, byte[] requests, int at, int behind) {
    return !service.ending().begun()
        && expected.joins(guest, requests, at, behind, System.nanoTime());
  }

  /** Whether all of it has left. */
  private boolean send(Guest guest, Prepared answer, Instant now, String date) throws IOException {
    long start = System.nanoTime();
    answer.put(tray.clear(), date);
    tray.flip();
    if (!answer.large()) return sendTray(guest, answer, now, start);
    ByteBuffer[] parts = {tray, answer.content()};
    boolean done = false;
    try {
      guest.channel().write(parts);
      done = true;
    } finally {
      if (!done) tell(Sending.told(answer, now, start, guest.client(), rest(parts)));
    }
    if (parts[1].hasRemaining()) return later(guest, answer, now, start, parts);
    tell(Sending.told(answer, now, start, guest.client(), 0));
    return true;
  }

  private boolean sendTray(Guest guest, Prepared answer, Instant now, long start)
      throws IOException {
    boolean done = false;
    try {
      guest.channel().write(tray);
      done = true;
    } finally {
      if (!done) tell(Sending.told(answer, now, start, guest.client(), tray.remaining()));
    }
    if (tray.hasRemaining()) return later(guest, answer, now, start, new ByteBuffer[] {tray});
    tell(Sending.told(answer, now, start, guest.client(), 0));
    return true;
  }

  /** The tray is for the next; the content stays where it is. */
  private boolean later(Guest guest, Prepared answer, Instant now, long start, ByteBuffer[] parts) {
    parts[0] = ByteBuffer.allocate(tray.remaining()).put(tray).flip();
    var progress = guest.patience().progress(service.limits().pace());
    guest.sends(new Sending(answer, now, start, parts, progress));
    return false;
  }

  private static int rest(ByteBuffer[] parts) {
    return parts[0].remaining() + parts[1].remaining();
  }

  private void tell(Served served) {
    service.counters().count(served.status(), served.bytes(), 0);
    service.observer().served(served);
  }

  /** Tells of a guest who is gone before it had all. */
  void gone(Guest guest) {
    Sending sending = guest.sending();
    if (sending != null) tell(sending.served(guest.client()));
    guest.sends(null);
  }

  boolean remembersNothing() {
    return repertoire.isEmpty();
  }

  /** Lets go of what is out of date. To be called now and then. */
  void tidy() {
    repertoire.tidy();
  }
}
