package dev.tinwire.udppinger;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * When the packets of a socket left, as the kernel says afterwards through the socket's error
 * queue. It numbers packets from 0 on; {@code first} is our number of its 0.
 *
 * <p>Whether the kernel counts a packet that it refused to send depends on its version. So after
 * each refusal it is made to count from 0 again.
 */
final class Departures {
  /** So many packets back a stamp is remembered; a power of two. */
  private static final int REMEMBERED = 1 << 14;

  /** More than any one reply makes; the rest waits for the next. */
  private static final int AT_ONCE = 256;

  private final long[] numbers = new long[REMEMBERED];
  private final long[] times = new long[REMEMBERED];
  private final Descriptor descriptor;
  private final MemorySegment state;
  private final MemorySegment control;
  private final MemorySegment place;
  private final MessageHeader header;
  private final ControlMessages messages = new ControlMessages();

  /** Sent or tried; only the sending thread counts. */
  private volatile long calls;

  private volatile long first;

  Departures(Descriptor descriptor, Arena arena) {
    this.descriptor = descriptor;
    state = arena.allocate(Posix.STATE);
    control = arena.allocate(ControlMessages.ROOM, Long.BYTES);
    place = arena.allocate(MessageHeader.LENGTH, Long.BYTES);
    header = new MessageHeader(arena, place);
    header.payload(arena.allocate(1), 1);
    header.control(control, ControlMessages.ROOM);
    Arrays.fill(numbers, -1);
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes it
  void sent() {
    calls++;
  }

  /** The last packet did not go. */
  @SuppressWarnings("NonAtomicVolatileUpdate")
  synchronized void failed() throws IOException {
    drain();
    calls++;
    int without = KernelOptions.DEPARTURES & ~Linux.OPT_ID;
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, without);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, KernelOptions.DEPARTURES);
    first = calls;
  }

  /** Nanoseconds since 1970, or 0 if the kernel has not said. */
  synchronized long of(long number) {
    int at = (int) (number & (REMEMBERED - 1));
    try {
      if (numbers[at] != number) drain();
    } catch (IOException _) {
      return 0; // closed meanwhile
    }
    return numbers[at] == number ? times[at] : 0;
  }

  private void drain() throws IOException {
    for (int i = 0; i < AT_ONCE; i++) {
      header.rearm(0, ControlMessages.ROOM);
      if (next() < 0) return;
      messages.read(control, header.controlLength());
      if (!messages.departure) continue;
      // The kernel's numbers have 32 bits.
      long base = first;
      long number = base + Integer.toUnsignedLong(messages.number);
      int at = (int) (number & (REMEMBERED - 1));
      numbers[at] = number;
      times[at] = messages.time;
    }
  }

  private long next() throws IOException {
    int fd = descriptor.enter();
    try {
      return (long)
          Posix.RECVMSG.invokeExact(state, fd, place, Linux.MSG_ERRQUEUE | Linux.MSG_DONTWAIT);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }
}
