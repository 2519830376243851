package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers that are known by heart. A head is read once, strictly and by the same parser as all
 * others; when the very same bytes come again and the answer still holds, it is at hand. A browser
 * and a load generator both repeat their heads to the byte. Belongs to one thread.
 */
final class Repertoire {
  /**
   * How many heads are known, how long each may be, and how much content all of them hold on to.
   */
  private static final int MOST = 1024;

  static final int LONGEST = 4096;
  private static final long CONTENT = 32 << 20;

  private final Service service;
  private final boolean secure;
  private final Map<HeadBytes, Prepared> known = new HashMap<>();
  private final Map<HeadBytes, HeadBytes> lapsed = new HashMap<>();
  private final HeadBytes wanted = new HeadBytes();
  private long content;

  /**
   * Knows nothing yet.
   *
   * @param secure whether all requests come over TLS
   */
  Repertoire(Service service, boolean secure) {
    this.service = service;
    this.secure = secure;
  }

  /**
   * The answer to a whole head; none if somebody must look, or say what is wrong with it.
   *
   * @param from where in the bytes it begins
   * @param to behind its empty line
   */
  @Nullable Prepared find(byte[] bytes, int from, int to, InetSocketAddress client, String date) {
    HeadBytes head = wanted.of(bytes, from, to);
    Prepared prepared = known.get(head);
    if (prepared != null && prepared.holds()) return prepared;
    if (prepared != null) forget(head, prepared);
    return learn(head, client, date);
  }

  private @Nullable Prepared learn(HeadBytes head, InetSocketAddress client, String date) {
    Optional<Prepared> made = prepare(head, client, date);
    if (made.isEmpty()) return null;
    if (head.length() <= LONGEST) keep(head.copy(), made.get());
    return made.get();
  }

  private Optional<Prepared> prepare(HeadBytes bytes, InetSocketAddress client, String date) {
    var in = new ByteReader(bytes.stream(), bytes.length());
    try {
      var head = RequestHead.read(in, service.limits().messages(), Leniency.SERVER);
      if (in.anythingUnread()) return Optional.empty();
      Terms terms = Terms.of(head, secure);
      if (!(terms.framing() instanceof Framing.None)) return Optional.empty();
      Body none = Body.of(terms.framing(), in, service.limits().messages());
      var request = new Request(head, none, client, secure);
      return InstantHandler.ask(service.handler(), request)
          .map(known -> new Prepared(head, terms, known, date))
          .filter(prepared -> prepared.headLength() <= LONGEST);
    } catch (IOException | RuntimeException _) {
      return Optional.empty(); // A session will find the same fault, and say so.
    }
  }

  private void keep(HeadBytes head, Prepared prepared) {
    if (known.size() >= MOST || content > CONTENT) clear();
    known.put(head, prepared);
    lapsed.remove(head);
    content += prepared.contentLength();
  }

  private void forget(HeadBytes head, Prepared prepared) {
    known.remove(head);
    lapse(head.copy(), prepared);
  }

  private void lapse(HeadBytes head, Prepared prepared) {
    content -= prepared.contentLength();
    if (lapsed.size() >= MOST) lapsed.clear();
    lapsed.put(head, head);
  }

  /** That head, if the answer to it was known once and has to be looked at again. */
  @Nullable HeadBytes lapsed(byte[] bytes, int from, int to) {
    return lapsed.get(wanted.of(bytes, from, to));
  }

  /** Whether the answer to that head is known now. */
  boolean knows(HeadBytes head, InetSocketAddress client, String date) {
    Prepared prepared = known.get(head);
    return (prepared != null && prepared.holds()) || learn(head, client, date) != null;
  }

  /** Nobody shall expect that it will be known again. */
  void giveUp(HeadBytes head) {
    lapsed.remove(head);
  }

  private void clear() {
    known.clear();
    content = 0;
  }

  boolean isEmpty() {
    return known.isEmpty();
  }

  /** Lets go of what does not hold any more, with the files in it. */
  void tidy() {
    known.entrySet().removeIf(each -> expired(each.getKey(), each.getValue()));
  }

  private boolean expired(HeadBytes head, Prepared prepared) {
    if (prepared.keeps()) return false;
    lapse(head, prepared);
    return true;
  }
}
