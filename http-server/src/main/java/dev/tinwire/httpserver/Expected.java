package dev.tinwire.httpserver;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Guests who ask for what somebody looks at this moment. When a hundred clients send the same head
 * after a silence, one goes to a session, which looks; the others wait here for what it finds, and
 * are answered by heart. Without this all of them would look, each on a thread of its own. Belongs
 * to the lobby's thread.
 */
final class Expected {
  /** Then everybody looks for himself. */
  static final Duration LONGEST = Duration.ofMillis(50);

  private record Party(List<Guest> guests, InetSocketAddress first, long since) {}

  private final Repertoire repertoire;
  private final Map<HeadBytes, Party> parties = new HashMap<>();

  Expected(Repertoire repertoire) {
    this.repertoire = repertoire;
  }

  boolean isEmpty() {
    return parties.isEmpty();
  }

  /**
   * Whether somebody looks already, so that the guest waits here; if not, it shall go and look.
   * Only for heads that were known by heart before: another may be one that never is.
   */
  boolean joins(Guest guest, byte[] bytes, int from, int to, long now) {
    HeadBytes head = repertoire.lapsed(bytes, from, to);
    if (head == null) return false;
    Party party = parties.get(head);
    if (party == null) parties.put(head, new Party(new ArrayList<>(), guest.client(), now));
    else party.guests().add(guest);
    return party != null;
  }

  /** Those who need not wait any more: the answer is known, or it has taken too long. */
  List<Guest> released(long now, String date) {
    var released = new ArrayList<Guest>();
    Iterator<Map.Entry<HeadBytes, Party>> all = parties.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<HeadBytes, Party> each = all.next();
      HeadBytes head = each.getKey();
      Party party = each.getValue();
      boolean known = repertoire.knows(head, party.first(), date);
      if (!known && now - party.since() < LONGEST.toNanos()) continue;
      if (!known) repertoire.giveUp(head);
      released.addAll(party.guests());
      all.remove();
    }
    return released;
  }

  /** All of them, at the end. */
  List<Guest> all() {
    var all = new ArrayList<Guest>();
    parties.values().forEach(party -> all.addAll(party.guests()));
    parties.clear();
    return all;
  }
}
