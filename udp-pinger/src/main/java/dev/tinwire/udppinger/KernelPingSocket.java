package dev.tinwire.udppinger;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * A {@link PingSocket} on the kernel's own calls, which knows when the kernel saw a packet leave
 * and come, and with which time to live it came.
 */
final class KernelPingSocket implements PingSocket {
  private static final int ROOM = 1 << 16;

  private final Arena arena = Arena.ofAuto();
  private final Descriptor descriptor;
  private final InetSocketAddress local;
  private final Departures departures;

  /** The sending thread's. */
  private final MemorySegment sendState = arena.allocate(Posix.STATE);

  private final MemorySegment outgoing = arena.allocate(ROOM, Long.BYTES);
  private final ByteBuffer outgoingBytes = outgoing.asByteBuffer();

  /** The receiving thread's. */
  private final MemorySegment receiveState = arena.allocate(Posix.STATE);

  private final MemorySegment incoming = arena.allocate(ROOM, Long.BYTES);
  private final ByteBuffer incomingBytes = incoming.asByteBuffer();
  private final MemorySegment control = arena.allocate(ControlMessages.ROOM, Long.BYTES);
  private final MemorySegment headerPlace = arena.allocate(MessageHeader.LENGTH, Long.BYTES);
  private final MessageHeader header = new MessageHeader(arena, headerPlace);
  private final ControlMessages messages = new ControlMessages();

  private KernelPingSocket(Descriptor descriptor) throws IOException {
    this.descriptor = descriptor;
    local = descriptor.local();
    departures = new Departures(descriptor, arena);
    header.payload(incoming, ROOM);
    header.control(control, ControlMessages.ROOM);
  }

  static KernelPingSocket open(SocketWish wish) throws IOException {
    int family = SocketAddresses.family(wish.peer());
    Descriptor descriptor = Descriptor.datagrams(family);
    try {
      KernelOptions.set(descriptor, family, wish);
      if (wish.bind().isPresent()) descriptor.bind(new InetSocketAddress(wish.bind().get(), 0));
      descriptor.connect(wish.peer());
      return new KernelPingSocket(descriptor);
    } catch (IOException e) {
      descriptor.close();
      throw e;
    }
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    int length = packet.remaining();
    outgoingBytes.clear().put(packet);
    int fd = descriptor.enter();
    try {
      long sent =
          (long) Posix.SEND.invokeExact(sendState, fd, outgoing, (long) length, Linux.MSG_NOSIGNAL);
      if (sent >= 0) {
        departures.sent();
        return;
      }
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
    departures.failed();
    throw Descriptor.failure("send", Posix.errno(sendState));
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    header.rearm(0, ControlMessages.ROOM);
    long length = receive();
    arrival.nanoTime = System.nanoTime();
    if (descriptor.isClosed()) throw new ClosedChannelException();
    if (length < 0) {
      int errno = Posix.errno(receiveState);
      if (errno == Linux.EINTR) receive(into, arrival);
      else throw Descriptor.failure("recvmsg", errno);
      return;
    }
    messages.read(control, header.controlLength());
    arrival.kernel = messages.time;
    arrival.ttl = messages.ttl == 0 ? Arrival.NO_TTL : messages.ttl;
    arrival.length = (int) length;
    int fits = (int) Math.min(Math.min(length, ROOM), into.remaining());
    into.put(incomingBytes.clear().limit(fits));
  }

  private long receive() throws IOException {
    int fd = descriptor.enter();
    try {
      return (long) Posix.RECVMSG.invokeExact(receiveState, fd, headerPlace, Linux.MSG_TRUNC);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }

  @Override
  public long departure(long number) {
    return departures.of(number);
  }

  @Override
  public boolean kernelStamps() {
    return true;
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() {
    descriptor.close();
  }
}
