package dev.tinwire.udppinger;

import dev.tinwire.udppinger.Simulation.Fate;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Decides what becomes of a datagram, and makes its answer in place. No socket: a datagram in, an
 * {@link Outcome} out. Belongs to one thread; each socket has its own.
 *
 * <p>The order of the questions is cheap before dear, and harmless before answering: where it comes
 * from, how much came before, what it is, whether it is genuine.
 */
final class EchoReflector {
  /** Ports of servers (RFC 6335 §6): nobody pings from there, but echo and chargen answer. */
  private static final int LOWEST_PORT = 1024;

  private final EchoService service;
  private final int ownPort;
  private final SessionTable sessions;
  private final Repeats repeats;
  private final TokenBucket all;
  private final LongSupplier wallClock;
  private final Optional<StampKey> key;
  private final Optional<EchoWire> only;
  private final StampLayout layout;

  /** What was said about the last datagram, for the log. */
  Recognition recognised = Recognition.STRANGE;

  int sequence;

  EchoReflector(EchoService service, int ownPort, LongSupplier wallClock, long now) {
    this.service = service;
    this.ownPort = ownPort;
    this.wallClock = wallClock;
    sessions = new SessionTable(service.limits(), service.counters().sessions);
    all = new TokenBucket(service.limits().rateInAll(), now);
    repeats = new Repeats(now);
    key = service.key().map(StampKey::copy);
    // Who has a key wants proof: what cannot be signed is not answered.
    only = key.isPresent() ? Optional.of(EchoWire.STAMP) : service.only();
    layout = key.isPresent() ? StampLayout.KEYED : StampLayout.PLAIN;
  }

  /** Whether it may be looked at; counts it against its source. */
  Outcome admit(Datagram datagram, long now) {
    recognised = Recognition.STRANGE;
    int port = datagram.source.getPort();
    // Our own port: either ourselves, or a server like us, and two of those would never stop.
    if (port < LOWEST_PORT || port == ownPort) return Outcome.SERVER;
    EchoSession session = sessions.of(datagram.source, now);
    return session.bucket.take(now) && all.take(now) ? Outcome.ANSWERED : Outcome.LIMITED;
  }

  /** Makes the answer of a datagram that was admitted, or says why there is none. */
  Outcome answer(Datagram datagram, Fate fate, long now) {
    ByteBuffer packet = datagram.payload;
    int length = datagram.length;
    recognised = Recognition.of(packet, length, only, key.isPresent(), datagram.received);
    return switch (recognised) {
      case STRANGE -> Outcome.STRANGE;
      case REPLY -> Outcome.REPLY;
      case TEXT, RAW -> text(datagram, fate, now);
      case STAMP -> stamp(datagram, fate, sessions.of(datagram.source, now));
    };
  }

  private Outcome text(Datagram datagram, Fate fate, long now) {
    if (repeats.tooMany(datagram, now)) return Outcome.REPLY;
    if (fate.lost()) return Outcome.LOST;
    ByteBuffer packet = datagram.payload;
    if (service.upper()) {
      for (int at = 0; at < datagram.length; at++) packet.put(at, TextPing.upper(packet.get(at)));
    }
    return Outcome.ANSWERED;
  }

  private Outcome stamp(Datagram datagram, Fate fate, EchoSession session) {
    ByteBuffer packet = datagram.payload;
    if (key.isPresent()) {
      if (!key.get().verifies(packet, datagram.length)) return Outcome.FORGED;
      if (!session.replays.accept(layout.time(packet))) return Outcome.REPLAYED;
    }
    // Lost on its way to us, so the reflector's own count does not know of it.
    if (fate.lost()) return Outcome.LOST;
    sequence = layout.sequence(packet);
    long received = NtpTime.of(datagram.received);
    int own = session.nextSequence();
    StampReflection.turn(layout, packet, datagram.length, own, received, datagram.ttl);
    // Before a simulated delay, which is to look like the network's and not like ours.
    long sent = Math.max(wallClock.getAsLong(), datagram.received);
    StampReflection.stamp(layout, packet, NtpTime.of(sent));
    if (key.isPresent()) key.get().sign(packet);
    return Outcome.ANSWERED;
  }

  /** The session of a datagram just answered. */
  EchoSession session(Datagram datagram, long now) {
    return sessions.of(datagram.source, now);
  }

  int sessions() {
    return sessions.size();
  }
}
