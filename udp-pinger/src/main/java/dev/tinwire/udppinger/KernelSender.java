package dev.tinwire.udppinger;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Sends answers, many with one call. The queue belongs to one thread; {@link #send} is for all. */
final class KernelSender {
  private final Descriptor descriptor;
  private final int family;
  private final MemorySegment state;
  private final OutgoingBatch batch;

  /** Whether the kernel sends many as one. */
  private boolean together;

  private int unsent;

  /** For {@link #send} alone. */
  private final MemorySegment singleState;

  private final MemorySegment singleMessage;
  private final MessageHeader singleHeader;
  private final MemorySegment singleName;
  private final MemorySegment singlePayload;
  private final MemorySegment singleControl;

  KernelSender(
      Descriptor descriptor, Arena arena, int family, OutgoingBatch batch, boolean together) {
    this.descriptor = descriptor;
    this.family = family;
    this.batch = batch;
    this.together = together;
    state = arena.allocate(Posix.STATE);
    singleState = arena.allocate(Posix.STATE);
    singleName = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
    singlePayload = arena.allocate(Datagram.ROOM, Long.BYTES);
    singleControl = arena.allocate(LocalEnd.ROOM, Long.BYTES);
    singleMessage = arena.allocate(KernelSlot.STRIDE, Long.BYTES);
    singleHeader = new MessageHeader(arena, singleMessage);
  }

  void queue(KernelSlot slot) throws IOException {
    if (batch.isFull()) unsent += some();
    batch.add(slot, together);
  }

  /** How many could not be sent since it was last called. */
  int flush() throws IOException {
    int failed = unsent + some();
    unsent = 0;
    return failed;
  }

  private int some() throws IOException {
    int failed = 0;
    int from = 0;
    int count = batch.messages();
    while (from < count) {
      int sent = call(state, batch.from(from), count - from);
      // The kernel stops before the first that fails: leave that one out, for its peer alone.
      if (sent > 0) from += sent;
      else if (Posix.errno(state) != Linux.EINTR) failed += oneByOne(from++);
    }
    batch.clear();
    return failed;
  }

  /** How many answers of a message that failed cannot be sent alone either. */
  private int oneByOne(int message) throws IOException {
    int answers = batch.answersIn(message);
    if (answers == 1) return 1;
    int failed = 0;
    for (int i = 0; i < answers; i++) {
      MemorySegment alone = batch.alone(message, i);
      int sent = call(state, alone, 1);
      while (sent < 0 && Posix.errno(state) == Linux.EINTR) sent = call(state, alone, 1);
      if (sent < 0) failed++;
    }
    // Somewhere on the way are segments that are not taken: a device that computes no checksums,
    // a tunnel (EIO, EINVAL). To try again and again would cost more than it saves.
    if (failed < answers) together = false;
    return failed;
  }

  private int call(MemorySegment called, MemorySegment messages, int count) throws IOException {
    int fd = descriptor.enter();
    try {
      return (int) Posix.SENDMMSG.invokeExact(called, fd, messages, count, Linux.MSG_NOSIGNAL);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }

  /** Sends one now. */
  synchronized void send(ByteBuffer payload, InetSocketAddress to, LocalEnd from)
      throws IOException {
    int length = payload.remaining();
    MemorySegment.copy(MemorySegment.ofBuffer(payload), 0, singlePayload, 0, length);
    singleHeader.payload(singlePayload, length);
    singleHeader.name(singleName, SocketAddresses.write(singleName, to, family));
    int said = from.write(singleControl, LocalEnd.ROOM);
    singleHeader.control(singleControl.asSlice(LocalEnd.ROOM - said), said);
    int sent = call(singleState, singleMessage, 1);
    if (sent < 0) throw Descriptor.failure("sendmmsg", Posix.errno(singleState));
  }
}
