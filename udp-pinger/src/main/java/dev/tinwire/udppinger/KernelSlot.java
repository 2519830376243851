package dev.tinwire.udppinger;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The memory of one datagram on its way in: where it came from, what it is, what is said of it. */
final class KernelSlot {
  /** {@code struct mmsghdr}: a header and how long the datagram was. */
  static final int STRIDE = MessageHeader.LENGTH + 8;

  final MemorySegment name;
  final long nameAddress;
  final long payloadAddress;
  final MessageHeader header;
  final Datagram datagram;
  private final MemorySegment control;

  KernelSlot(Arena arena, MessageHeader header, MemorySegment payload, int place) {
    this.header = header;
    name = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
    control = arena.allocate(ControlMessages.ROOM, Long.BYTES);
    nameAddress = name.address();
    payloadAddress = payload.address();
    datagram = new Datagram(payload.asByteBuffer(), place);
    header.name(name, SocketAddresses.ROOM);
    header.payload(payload, Datagram.ROOM);
    header.control(control, ControlMessages.ROOM);
  }

  /** Makes it ready for the next datagram. */
  void rearm() {
    header.rearm(SocketAddresses.ROOM, ControlMessages.ROOM);
    datagram.payload.clear();
  }

  void read(ControlMessages into) {
    into.read(control, header.controlLength());
  }
}
