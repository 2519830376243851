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
  private static final int READ = 16 * 1024; // and the most that a TLS record holds

  /** An answer in records, and what TLS may have to say besides. */
  private static final int SEALED = 2 * READ;

  private final Service service;
  private final Repertoire repertoire;
  private final Expected expected;
  private final Shelf shelf = new Shelf(Shelf.PLACE);
  private final ByteBuffer in = ByteBuffer.allocateDirect(READ);
  private final byte[] bytes = new byte[READ];
  private final ByteBuffer tray;
  private final ByteBuffer sealed;
  private final byte[] opened;

  /**
   * A desk that knows nothing yet.
   *
   * @param secure whether all requests come over TLS
   */
  FrontDesk(Service service, boolean secure) {
    this.service = service;
    this.repertoire = new Repertoire(service, secure);
    int longest = Repertoire.LONGEST + Content.Bytes.LARGE;
    this.tray = secure ? ByteBuffer.allocate(longest) : ByteBuffer.allocateDirect(longest);
    this.sealed = ByteBuffer.allocateDirect(secure ? SEALED : 0);
    this.opened = new byte[secure ? READ : 0];
    this.expected = new Expected(repertoire);
  }

  /** Takes what the client has sent. */
  Next take(Guest guest) throws IOException {
    in.clear();
    int n = guest.channel().read(in);
    if (n < 0) return Next.LEAVES;
    in.flip().get(bytes, 0, n);
    Secured secured = guest.secured();
    if (secured != null) return serve(guest, secured, n);
    return n == 0 ? Next.WAITS : serve(guest, bytes, n);
  }

  /** What has been read, which may be half a record or many. */
  private Next serve(Guest guest, Secured secured, int end) throws IOException {
    secured.records().gather(sealed.clear(), bytes, end);
    Next next = Next.WAITS;
    for (int n = 1; n > 0 && next == Next.WAITS; ) {
      n = secured.read(opened);
      if (n > 0) next = serve(guest, opened, n);
      if (n < 0) next = Next.LEAVES;
    }
    if (sealed.position() > 0) reply(guest);
    secured.records().keep();
    return next;
  }

  /** What TLS says by itself, such as to KeyUpdate; there is no place for half of it. */
  private void reply(Guest guest) throws IOException {
    guest.channel().write(sealed.flip());
    if (sealed.hasRemaining()) throw new IOException("the client takes nothing");
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
    Secured secured = guest.secured();
    if (secured == null) return serve(guest, unread, unread.length);
    secured.records().gather(sealed.clear(), bytes, 0);
    Next next = serve(guest, unread, unread.length);
    return next == Next.WAITS ? serve(guest, secured, 0) : next;
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
      boolean simple = answer != null && simple(guest, answer, behind == end);
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

  /** Whether no session is needed for its content or its end. */
  private static boolean simple(Guest guest, Prepared answer, boolean last) {
    boolean closes = answer.persistence() == Persistence.CLOSE;
    // TLS ends by turns, and what is large is sealed piece by piece.
    if (guest.secured() != null) return !closes && !answer.large();
    // Of a client that says it leaves and sends on, the rest must be taken before the end.
    return !closes || last;
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
    Secured secured = guest.secured();
    if (secured != null) {
      secured.write(tray.array(), tray.limit());
      return send(guest, answer, now, start, sealed.flip());
    }
    if (!answer.large()) return send(guest, answer, now, start, tray);
    ByteBuffer[] parts = {tray, answer.content()};
    boolean done = false;
    try {
      shelf.write(guest.channel(), answer, parts, date);
      done = true;
    } finally {
      if (!done) tell(Sending.told(answer, now, start, guest.client(), rest(parts)));
    }
    if (parts[1].hasRemaining()) return later(guest, answer, now, start, parts);
    tell(Sending.told(answer, now, start, guest.client(), 0));
    return true;
  }

  private boolean send(Guest guest, Prepared answer, Instant now, long start, ByteBuffer whole)
      throws IOException {
    boolean done = false;
    try {
      guest.channel().write(whole);
      done = true;
    } finally {
      if (!done) tell(Sending.told(answer, now, start, guest.client(), whole.remaining()));
    }
    if (whole.hasRemaining()) return later(guest, answer, now, start, new ByteBuffer[] {whole});
    whole.clear();
    tell(Sending.told(answer, now, start, guest.client(), 0));
    return true;
  }

  /** The first part is on a tray for the next; the content stays where it is. */
  private boolean later(Guest guest, Prepared answer, Instant now, long start, ByteBuffer[] parts) {
    ByteBuffer first = parts[0];
    parts[0] = ByteBuffer.allocate(first.remaining()).put(first).flip();
    first.clear();
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
    if (repertoire.isEmpty()) shelf.clear();
  }

  /** Nobody comes any more. */
  void close() {
    shelf.close();
  }
}
