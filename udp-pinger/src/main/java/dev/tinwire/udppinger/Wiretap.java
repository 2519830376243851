package dev.tinwire.udppinger;

import dev.tinwire.wire.Conversation;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * {@code --verbose}: every packet as a line; {@code --explain}: every field of it as another. Ours
 * are written anew from number and time, which gives the same octets, so that showing them costs
 * the sending thread nothing.
 */
final class Wiretap implements Report {
  private final Conversation conversation;
  private final Wire wire;
  private final boolean fields;
  private final Map<Session, Probes> copies = new HashMap<>();

  /**
   * @param fields whether packets are taken apart
   */
  Wiretap(Conversation conversation, Wire wire, boolean fields) {
    this.conversation = conversation;
    this.wire = wire;
    this.fields = fields;
  }

  @Override
  public void sent(Session session, long number) {
    if (!session.flights().knows(number)) return; // the printing fell behind by a whole window
    Probes probes = copies.computeIfAbsent(session, it -> it.probes().copy());
    var packet = ByteBuffer.allocate(Math.max(probes.size(), TextPing.LONGEST));
    probes.prepare(packet, number);
    int length = probes.stamp(packet, number, session.flights().epochNanos(number));
    byte[] octets = new byte[length];
    packet.get(0, octets);
    conversation.sent(line("to", session, length, octets));
    if (fields) Anatomy.of(wire, octets, false).forEach(conversation::sent);
  }

  @Override
  public void came(Session session, Catch caught) {
    switch (caught.kind) {
      case INTACT, CORRUPT, FORGOTTEN -> {
        conversation.received(line("from", session, caught.length, caught.octets));
        if (fields) Anatomy.of(wire, caught.octets, true).forEach(conversation::received);
      }
      case REFUSED -> conversation.note(whose(session, caught) + ": " + caught.reason);
      case ENDED -> conversation.note(session.target().label() + " ended the connection");
    }
  }

  private static String whose(Session session, Catch refused) {
    String label = session.target().label();
    return refused.from.isEmpty() ? label : refused.from + ", of a packet to " + label;
  }

  private String line(String way, Session session, int length, byte[] octets) {
    return length + " octets " + way + " " + session.target().label() + ": " + Anatomy.hex(octets);
  }
}
