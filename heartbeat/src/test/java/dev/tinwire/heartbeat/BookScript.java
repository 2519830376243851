package dev.tinwire.heartbeat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Books on a clock that is moved by hand, the real parser before them: datagrams in, counts and
 * events out.
 */
final class BookScript implements BookHearer {
  static final long START = 1_763_625_600_000L;
  static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final int TICK = 50;

  final Book book;
  final List<String> events = new ArrayList<>();
  final List<String> beats = new ArrayList<>();
  private final Gate gate;
  private final BeatParser parser = new BeatParser();

  /** Milliseconds since the start. */
  long now;

  /** Whether the monitor itself is stopped, and what has come meanwhile. */
  private @Nullable List<Runnable> queued;

  BookScript() {
    this(BookRules.DEFAULT, Gate.OPEN);
  }

  BookScript(BookRules rules, Gate gate) {
    this(rules, gate, Tolerance.DEFAULT);
  }

  BookScript(BookRules rules, Gate gate, Tolerance tolerance) {
    this.gate = gate;
    book = new Book(rules, new Silences(tolerance), this, new SplittableRandom(1));
  }

  static BookScript keyed(BeatKey key) {
    return new BookScript(
        BookRules.DEFAULT.withKeyed(), new Gate(Optional.of(key.copy()), Set.of()));
  }

  Moment moment() {
    return new Moment(now * 1_000_000, START + now);
  }

  /** A datagram comes. */
  BookScript hear(String datagram) {
    return hear(datagram, 40_000);
  }

  BookScript hear(String datagram, int port) {
    return hear(datagram.getBytes(StandardCharsets.ISO_8859_1), port);
  }

  BookScript hear(byte[] datagram, int port) {
    if (queued != null) queued.add(() -> enter(datagram, port));
    else enter(datagram, port);
    return this;
  }

  private void enter(byte[] datagram, int port) {
    if (!parser.parse(datagram, datagram.length)) {
      book.reject(Rejection.MALFORMED);
      return;
    }
    var from = new InetSocketAddress(HERE, port);
    var obstacle = gate.obstacle(parser, from.getAddress());
    if (obstacle != null) book.reject(obstacle);
    else book.beat(parser, from.getAddress(), port, moment());
  }

  /** Time passes, and the books are looked through as often as in earnest. */
  BookScript pass(long millis) {
    for (long end = now + millis; now < end; ) {
      now = Math.min(end, now + TICK);
      if (queued == null) book.judge.judge(moment());
    }
    return this;
  }

  BookScript suspend() {
    queued = new ArrayList<>();
    return this;
  }

  /** It goes on after so many milliseconds: shifts, takes what has come, and judges. */
  BookScript resume(long stall) {
    var waiting = queued == null ? List.<Runnable>of() : queued;
    queued = null;
    book.judge.stalled(stall * 1_000_000);
    waiting.forEach(Runnable::run);
    book.judge.judge(moment());
    return this;
  }

  Sender sender(String id) {
    byte[] bytes = id.getBytes(StandardCharsets.US_ASCII);
    Sender found = book.roster.find(bytes, 0, bytes.length);
    if (found == null) throw new AssertionError("no sender " + id + " among " + names());
    return found;
  }

  List<String> names() {
    var names = new ArrayList<String>();
    for (int i = 0; i < book.roster.end(); i++) {
      Sender one = book.roster.at(i);
      if (one != null) names.add(one.name());
    }
    return names;
  }

  /** {@code received lost duplicates reordered restarts state}. */
  String counts(String id) {
    Sender s = sender(id);
    return s.received
        + " "
        + s.lost
        + " "
        + s.duplicates
        + " "
        + s.reordered
        + " "
        + s.restarts
        + " "
        + EventLine.word(s.state);
  }

  String rejections() {
    var all = new ArrayList<String>();
    for (Rejection why : Rejection.values()) {
      long count = book.rejected.of(why);
      if (count > 0) all.add(EventLine.word(why) + "=" + count);
    }
    return String.join(" ", all);
  }

  @Override
  public void beat(Sender sender, long missed, long silence, Moment at) {
    beats.add(sender.name() + " " + missed);
  }

  @Override
  public void change(Change change) {
    events.add(change.sender().id() + " " + EventLine.word(change.happening()));
  }

  @Override
  public void conflict(Sender sender, String words, Moment at) {
    events.add(sender.name() + " conflict: " + words);
  }

  @Override
  public void blind(boolean blind, int silent, Moment at) {
    events.add(blind ? "blind" : "sighted");
  }
}
