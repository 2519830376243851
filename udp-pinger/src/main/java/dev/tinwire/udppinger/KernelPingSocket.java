package dev.tinwire.udppinger;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * A {@link PingSocket} on the kernel's own calls, which knows when the kernel saw a packet leave
 * and come, and with which time to live it came.
 *
 * <p>It is two sockets of one port. The stamp of a packet that leaves goes to the errors of the
 * socket that sent it, and wakes whoever waits there, just when the packet arrives: beside us, the
 * server then has to wait for a processor, which doubled round trips on two of them. So nobody
 * waits at the socket that sends. The other one is connected; the kernel prefers it for what comes
 * from our peer.
 */
final class KernelPingSocket implements PingSocket {
  private static final int ROOM = 1 << 16;

  private final Arena arena = Arena.ofAuto();
  private final Descriptor receiver;
  private final Descriptor sender;
  private final InetSocketAddress local;
  private final InetAddress to;
  private final Departures departures;

  /** The sending thread's. */
  private final MemorySegment sendState = arena.allocate(Posix.STATE);

  private final MemorySegment peer = arena.allocate(SocketAddresses.ROOM, Long.BYTES);
  private final int peerLength;
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

  private KernelPingSocket(Descriptor receiver, Descriptor sender, InetSocketAddress to)
      throws IOException {
    this.receiver = receiver;
    this.sender = sender;
    local = receiver.local();
    this.to = to.getAddress();
    peerLength = SocketAddresses.write(peer, to, SocketAddresses.family(to));
    departures = new Departures(sender, arena);
    header.payload(incoming, ROOM);
    header.control(control, ControlMessages.ROOM);
  }

  static KernelPingSocket open(SocketWish wish) throws IOException {
    int family = SocketAddresses.family(wish.peer());
    Descriptor receiver = Descriptor.datagrams(family);
    try {
      KernelOptions.receiving(receiver, family);
      if (wish.bind().isPresent()) receiver.bind(new InetSocketAddress(wish.bind().get(), 0));
      receiver.connect(wish.peer());
      return new KernelPingSocket(receiver, sender(receiver.local(), wish), wish.peer());
    } catch (IOException e) {
      receiver.close();
      throw e;
    }
  }

  private static Descriptor sender(InetSocketAddress from, SocketWish wish) throws IOException {
    int family = SocketAddresses.family(wish.peer());
    Descriptor sender = Descriptor.datagrams(family);
    try {
      KernelOptions.sending(sender, family, wish);
      sender.bind(from);
      return sender;
    } catch (IOException e) {
      sender.close();
      throw e;
    }
  }

  @Override
  public void send(ByteBuffer packet) throws IOException {
    int length = packet.remaining();
    outgoingBytes.clear().put(packet);
    int fd = sender.enter();
    try {
      long sent =
          (long)
              Posix.SENDTO.invokeExact(
                  sendState, fd, outgoing, (long) length, Linux.MSG_NOSIGNAL, peer, peerLength);
      if (sent >= 0) {
        departures.sent();
        return;
      }
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      sender.leave();
    }
    departures.failed();
    throw Descriptor.failure("sendto", Posix.errno(sendState));
  }

  @Override
  public void receive(ByteBuffer into, Arrival arrival) throws IOException {
    header.rearm(0, ControlMessages.ROOM);
    long length = receive(Linux.MSG_TRUNC);
    arrival.nanoTime = System.nanoTime();
    if (receiver.isClosed()) throw new ClosedChannelException();
    if (length < 0) {
      int errno = Posix.errno(receiveState);
      if (errno != Linux.EINTR) throw refusal(errno, into, arrival);
      receive(into, arrival);
      return;
    }
    messages.read(control, header.controlLength());
    arrival.kernel = messages.time;
    arrival.ttl = messages.ttl == 0 ? Arrival.NO_TTL : messages.ttl;
    take(length, into, arrival);
  }

  private void take(long length, ByteBuffer into, Arrival arrival) {
    arrival.length = (int) length;
    int fits = (int) Math.min(Math.min(length, ROOM), into.remaining());
    into.put(incomingBytes.clear().limit(fits));
  }

  /** What the kernel keeps about the error: who said what, and the packet it was said of. */
  private IOException refusal(int errno, ByteBuffer into, Arrival arrival) throws IOException {
    header.rearm(0, ControlMessages.ROOM);
    long length = receive(Linux.MSG_ERRQUEUE | Linux.MSG_DONTWAIT | Linux.MSG_TRUNC);
    if (length < 0) return Descriptor.failure("recvmsg", errno);
    messages.read(control, header.controlLength());
    if (messages.errorAt < 0) return Descriptor.failure("recvmsg", errno);
    var error = IcmpError.read(control, messages.errorAt, messages.errorEnd);
    if (error.isEmpty()) return Descriptor.failure("recvmsg", errno);
    take(length, into, arrival);
    if (error.get().nobodyListens(to)) return new PortUnreachableException("port unreachable");
    return new UnreachableException(error.get().words(), error.get().whose());
  }

  private long receive(int flags) throws IOException {
    int fd = receiver.enter();
    try {
      return (long) Posix.RECVMSG.invokeExact(receiveState, fd, headerPlace, flags);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      receiver.leave();
    }
  }

  @Override
  public long departure(long number) {
    return departures.of(number);
  }

  @Override
  public InetSocketAddress local() {
    return local;
  }

  @Override
  public void close() {
    receiver.close();
    sender.close();
  }
}
