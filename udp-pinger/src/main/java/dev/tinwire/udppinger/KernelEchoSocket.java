package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;

/**
 * An {@link EchoSocket} on the kernel's own calls: takes as many datagrams as have come with one
 * {@code recvmmsg}, sends their answers with one {@code sendmmsg}, and sees when and with which
 * time to live each came, and where: bound to no address, it answers from that one.
 */
final class KernelEchoSocket implements EchoSocket {
  private static final int BATCH = 16;

  private static final int STRIDE = KernelSlot.STRIDE;

  private static final int BURST = 1 << 20;

  private final Arena arena = Arena.ofAuto();
  private final MemorySegment state = arena.allocate(Posix.STATE);
  private final MemorySegment incoming = arena.allocate(BATCH * STRIDE, Long.BYTES);
  private final KernelSlot[] slots = new KernelSlot[BATCH];
  private final SocketAddresses addresses = new SocketAddresses();
  private final ControlMessages control = new ControlMessages();
  private final WallClock clock = new WallClock();
  private final Descriptor descriptor;
  private final InetSocketAddress local;
  private final KernelSender sender;

  /** So many slots hold a datagram, or half of one after a failure. */
  private int taken = BATCH;

  private long receivedAt;

  private KernelEchoSocket(Descriptor descriptor, int family, boolean together) throws IOException {
    this.descriptor = descriptor;
    local = descriptor.local();
    var batch = new OutgoingBatch(arena, BATCH);
    sender = new KernelSender(descriptor, arena, family, batch, together);
    // Room for the longest there are, of which few come.
    MemorySegment payloads = Pages.untouched(arena, (long) BATCH * Datagram.ROOM);
    for (int i = 0; i < BATCH; i++) {
      var header =
          new MessageHeader(arena, incoming.asSlice((long) i * STRIDE, MessageHeader.LENGTH));
      MemorySegment payload = payloads.asSlice((long) i * Datagram.ROOM, Datagram.ROOM);
      slots[i] = new KernelSlot(arena, header, payload, i);
    }
  }

  static KernelEchoSocket open(InetSocketAddress at) throws IOException {
    int family = SocketAddresses.family(at);
    Descriptor descriptor = Descriptor.datagrams(family);
    try {
      prepare(descriptor, family, at.getAddress().isAnyLocalAddress());
      descriptor.bind(at);
      return new KernelEchoSocket(descriptor, family, takesSegments(descriptor));
    } catch (IOException e) {
      descriptor.close();
      throw e;
    }
  }

  private static void prepare(Descriptor descriptor, int family, boolean anywhere)
      throws IOException {
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_RCVBUF, BURST);
    descriptor.set(Linux.SOL_SOCKET, Linux.SO_TIMESTAMPING, Linux.RX_SOFTWARE | Linux.SOFTWARE);
    // An IPv6 socket hears IPv4 too, whose packets come with the other option's message.
    descriptor.set(Linux.IPPROTO_IP, Linux.IP_RECVTTL, 1);
    if (anywhere) descriptor.set(Linux.IPPROTO_IP, Linux.IP_PKTINFO, 1);
    if (family == Linux.AF_INET6) {
      descriptor.set(Linux.IPPROTO_IPV6, Linux.IPV6_V6ONLY, 0);
      descriptor.set(Linux.IPPROTO_IPV6, Linux.IPV6_RECVHOPLIMIT, 1);
      if (anywhere) descriptor.set(Linux.IPPROTO_IPV6, Linux.IPV6_RECVPKTINFO, 1);
    }
  }

  /** A kernel that does not know them would not refuse them either, and send one long datagram. */
  private static boolean takesSegments(Descriptor descriptor) {
    try {
      descriptor.set(Linux.IPPROTO_UDP, Linux.UDP_SEGMENT, 0);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Override
  public int receive() throws IOException {
    for (int i = 0; i < taken; i++) slots[i].rearm();
    taken = 0;
    while (true) {
      int count = receiveSome();
      if (descriptor.isClosed()) throw new ClosedChannelException();
      if (count > 0) {
        receivedAt = System.nanoTime();
        long now = clock.at(receivedAt);
        for (int i = 0; i < count; i++) take(i, now);
        taken = count;
        return count;
      }
      int errno = Posix.errno(state);
      if (errno != Linux.EINTR) throw Descriptor.failure("recvmmsg", errno);
    }
  }

  private int receiveSome() throws IOException {
    int fd = descriptor.enter();
    try {
      return (int)
          Posix.RECVMMSG.invokeExact(
              state, fd, incoming, BATCH, Linux.MSG_WAITFORONE, MemorySegment.NULL);
    } catch (Throwable e) {
      throw Descriptor.thrown(e);
    } finally {
      descriptor.leave();
    }
  }

  private void take(int index, long now) throws IOException {
    KernelSlot slot = slots[index];
    slot.read(control);
    Datagram datagram = slot.datagram;
    datagram.length = incoming.get(JAVA_INT, (long) index * STRIDE + MessageHeader.LENGTH);
    datagram.source = addresses.known(slot.name);
    datagram.ttl = control.ttl;
    datagram.local = control.local;
    // A stamp from the future, or from long ago: somebody set the clock meanwhile.
    long age = now - control.time;
    datagram.received = age >= 0 && age < 1_000_000_000L ? control.time : now;
  }

  @Override
  public long receivedAt() {
    return receivedAt;
  }

  @Override
  public Datagram datagram(int index) {
    return slots[index].datagram;
  }

  @Override
  public void answer(Datagram datagram) throws IOException {
    KernelSlot slot = slots[datagram.place];
    if (slot.datagram != datagram) throw new IllegalArgumentException("not of this socket");
    sender.queue(slot);
  }

  @Override
  public int flush() throws IOException {
    return sender.flush();
  }

  @Override
  public void send(ByteBuffer payload, InetSocketAddress to, LocalEnd from) throws IOException {
    sender.send(payload, to, from);
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
