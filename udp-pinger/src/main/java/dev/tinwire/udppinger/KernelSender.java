package dev.tinwire.udppinger;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/** Sends answers, many with one call. The queue belongs to one thread; {@link #send} is for all. */
final class KernelSender {
  private static final int STRIDE = MessageHeader.LENGTH + 8;

  private final Descriptor descriptor;
  private final int family;
  private final MemorySegment state;
  private final MemorySegment outgoing;
  private final MessageHeader[] headers;
  private int queued;
  private int unsent;

  /** For {@link #send} alone. */
  private final MemorySegment singleState;

  private final MemorySegment singleName;
  private final MemorySegment singlePayload;

  KernelSender(Descriptor descriptor, Arena arena, int family, int most) {
    this.descriptor = descriptor;
    this.family = family;
    state = arena.allocate(Posix.STATE);
    outgoing = arena.allocate((long) most * STRIDE, Long.BYTES);
    headers = new MessageHeader[most];
    for (int i = 0; i < most; i++) {
      var place = outgoing.asSlice((long) i * STRIDE, MessageHeader.LENGTH);
      headers[i] = new MessageHeader(arena, place);
    }
    singleState = arena.allocate(Posix.STATE);
    singleName = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
    singlePayload = arena.allocate(Datagram.ROOM, Long.BYTES);
  }

  void queue(MemorySegment name, int nameLength, MemorySegment payload, int length)
      throws IOException {
    if (queued == headers.length) unsent += some();
    headers[queued].name(name, nameLength);
    headers[queued].payload(payload, length);
    queued++;
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
    int count = queued;
    queued = 0;
    while (from < count) {
      int sent = sendSome(from, count - from);
      // The kernel stops before the first that fails: leave that one out, for its peer alone.
      if (sent > 0) from += sent;
      else if (Posix.errno(state) != Linux.EINTR) {
        from++;
        failed++;
      }
    }
    return failed;
  }

  private int sendSome(int from, int count) throws IOException {
    int fd = descriptor.enter();
    try {
      MemorySegment first = from == 0 ? outgoing : outgoing.asSlice((long) from * STRIDE);
      return (int) Posix.SENDMMSG.invokeExact(state, fd, first, count, Linux.MSG_NOSIGNAL);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }

  /** Sends one now. */
  synchronized void send(ByteBuffer payload, InetSocketAddress to) throws IOException {
    int length = payload.remaining();
    MemorySegment.copy(MemorySegment.ofBuffer(payload), 0, singlePayload, 0, length);
    int nameLength = SocketAddresses.write(singleName, to, family);
    int fd = descriptor.enter();
    try {
      long sent =
          (long)
              Posix.SENDTO.invokeExact(
                  singleState,
                  fd,
                  singlePayload,
                  (long) length,
                  Linux.MSG_NOSIGNAL,
                  singleName,
                  nameLength);
      if (sent < 0) throw Descriptor.failure("sendto", Posix.errno(singleState));
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }
}
