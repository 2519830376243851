package dev.tinwire.heartbeat;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The senders, by id and by number, and for each the moment at which it must be looked at again.
 * Looking through all of those moments in a row costs 0.2 ns a sender, less than any wheel or heap
 * would for each beat.
 */
final class Roster {
  private final int most;
  private final long secret;
  private final Deque<Integer> free = new ArrayDeque<>();
  private @Nullable Sender[] slots = new Sender[64];
  private @Nullable Sender[] byIndex = new Sender[32];
  private long[] checks = new long[32];
  private final Map<SenderState, Integer> counts = new EnumMap<>(SenderState.class);
  private int end;
  private int size;

  /**
   * Room for so many and no more.
   *
   * @param random makes it hard to think up ids that crowd one place of the table
   */
  Roster(int most, RandomGenerator random) {
    this.most = most;
    secret = random.nextLong() | 1;
  }

  int size() {
    return size;
  }

  boolean isFull() {
    return size >= most;
  }

  /** Higher than every sender's number. */
  int end() {
    return end;
  }

  @Nullable Sender at(int index) {
    return byIndex[index];
  }

  long check(int index) {
    return checks[index];
  }

  void check(Sender sender, long moment) {
    checks[sender.index] = moment;
  }

  /** When the first must be looked at again, of those whose time is not up already. */
  long firstAfter(long moment) {
    long first = Long.MAX_VALUE;
    for (int i = 0; i < end; i++) if (checks[i] > moment) first = Math.min(first, checks[i]);
    return first;
  }

  /** Puts it into another state; the only way to do so. */
  void move(Sender sender, SenderState next, long now) {
    if (sender.state == next) return;
    counts.merge(sender.state, -1, Integer::sum);
    counts.merge(next, 1, Integer::sum);
    sender.state = next;
    sender.since = now;
  }

  /** How many are in a state. */
  int count(SenderState state) {
    return counts.getOrDefault(state, 0);
  }

  @Nullable Sender find(byte[] bytes, int from, int to) {
    for (int slot = slot(bytes, from, to); ; slot = (slot + 1) & (slots.length - 1)) {
      Sender found = slots[slot];
      if (found == null || Arrays.equals(found.id, 0, found.id.length, bytes, from, to))
        return found;
    }
  }

  /** Adds one that is not there yet. */
  Sender add(byte[] id) {
    if (isFull()) throw new IllegalStateException("full");
    if (2 * (size + 1) > slots.length) rehash(2 * slots.length);
    Integer reused = free.poll();
    int index = reused == null ? end++ : reused;
    if (index == byIndex.length) {
      byIndex = Arrays.copyOf(byIndex, 2 * index);
      checks = Arrays.copyOf(checks, 2 * index);
    }
    var sender = new Sender(index, id);
    byIndex[index] = sender;
    checks[index] = Long.MAX_VALUE;
    put(sender);
    counts.merge(sender.state, 1, Integer::sum);
    size++;
    return sender;
  }

  void remove(Sender sender) {
    byIndex[sender.index] = null;
    checks[sender.index] = Long.MAX_VALUE;
    free.add(sender.index);
    counts.merge(sender.state, -1, Integer::sum);
    size--;
    rehash(slots.length); // seldom, and so simple
  }

  private void rehash(int length) {
    slots = new Sender[length];
    for (int i = 0; i < end; i++) {
      Sender one = byIndex[i];
      if (one != null) put(one);
    }
  }

  private void put(Sender sender) {
    int slot = slot(sender.id, 0, sender.id.length);
    while (slots[slot] != null) slot = (slot + 1) & (slots.length - 1);
    slots[slot] = sender;
  }

  private int slot(byte[] bytes, int from, int to) {
    long hash = secret;
    for (int i = from; i < to; i++) {
      hash = (hash ^ bytes[i]) * 0x9e3779b97f4a7c15L;
      hash ^= hash >>> 29;
    }
    hash *= secret;
    return (int) (hash >>> 32) & (slots.length - 1);
  }
}
