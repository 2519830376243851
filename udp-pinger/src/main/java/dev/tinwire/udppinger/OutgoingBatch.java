package dev.tinwire.udppinger;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * Answers on their way out, as {@code sendmmsg} wants them. Those that follow each other, are as
 * long as each other and go to the same peer become one message, which the kernel takes through its
 * rules and routes once and then cuts into datagrams again (UDP_SEGMENT, udp(7)). On the wire, and
 * for who receives them, they are what they would have been one by one. Belongs to one thread.
 *
 * <pre>
 *  mmsghdr    0 name  8 its length  16 vectors  24 how many  32 control  40 its length  48 flags
 *  iovec      0 where 8 how long
 *  cmsghdr    0 length  8 level  12 type  16 octets of a segment; before it, where it leaves from
 * </pre>
 */
final class OutgoingBatch {
  /** Longer ones may have to be cut in two on their way, and segments may not (RFC 8200 §5). */
  private static final int LONGEST_SEGMENT = 1200;

  private static final int STRIDE = KernelSlot.STRIDE;
  private static final int VECTOR = 16;

  /** Where the length of segments stands among the control messages of a message. */
  private static final int SEGMENT = LocalEnd.ROOM;

  private static final int SEGMENT_LENGTH = 24;
  private static final int CONTROL = SEGMENT + SEGMENT_LENGTH;

  private final MemorySegment headers;
  private final MemorySegment vectors;
  private final MemorySegment controls;

  /** Where the one message stands that is sent alone. */
  private final int single;

  private final int[] firsts;

  /** How much of the control messages says where a message leaves from. */
  private final int[] locals;

  private int answers;
  private int messages;
  private @Nullable InetSocketAddress lastPeer;
  private LocalEnd lastLocal = LocalEnd.ANY;
  private long lastLength;

  /** For so many answers. */
  OutgoingBatch(Arena arena, int most) {
    single = most;
    firsts = new int[most + 1];
    locals = new int[most + 1];
    headers = arena.allocate((most + 1L) * STRIDE, Long.BYTES);
    vectors = arena.allocate((most + 1L) * VECTOR, Long.BYTES);
    controls = arena.allocate((most + 1L) * CONTROL, Long.BYTES);
    for (long at = 0; at < controls.byteSize(); at += CONTROL) {
      long segment = at + SEGMENT;
      controls.set(JAVA_LONG, segment, 18); // without what fills it up
      controls.set(JAVA_INT, segment + 8, Linux.IPPROTO_UDP);
      controls.set(JAVA_INT, segment + 12, Linux.UDP_SEGMENT);
    }
  }

  boolean isFull() {
    return answers == single;
  }

  void clear() {
    answers = 0;
    messages = 0;
    lastPeer = null;
  }

  /** Adds one behind the others, to the last message if it may be. */
  void add(KernelSlot slot, boolean together) {
    Datagram answer = slot.datagram;
    long length = answer.length;
    vector(answers, slot.payloadAddress, length);
    if (together && lastLength == length && isLast(answer)) {
      extend(messages - 1, length);
    } else {
      firsts[messages] = answers;
      begin(messages, slot.nameAddress, slot.header.nameLength(), answers);
      locals[messages] = answer.local.write(controls, controls(messages));
      control(messages, messages, 0);
      messages++;
      lastPeer = length > 0 && length <= LONGEST_SEGMENT ? answer.source : null;
      lastLocal = answer.local;
      lastLength = length;
    }
    answers++;
  }

  private boolean isLast(Datagram answer) {
    return lastPeer != null
        && SocketAddresses.same(lastPeer, answer.source)
        && lastLocal.is(answer.local);
  }

  private void vector(int index, long address, long length) {
    vectors.set(JAVA_LONG, (long) index * VECTOR, address);
    vectors.set(JAVA_LONG, (long) index * VECTOR + 8, length);
  }

  private void begin(int message, long name, int nameLength, int answer) {
    long at = (long) message * STRIDE;
    headers.set(JAVA_LONG, at, name);
    headers.set(JAVA_INT, at + 8, nameLength);
    headers.set(JAVA_LONG, at + 16, vectors.address() + (long) answer * VECTOR);
    headers.set(JAVA_LONG, at + 24, 1);
  }

  /** Where, among all, what is said about segments begins; what else is said ends there. */
  private static long controls(int message) {
    return (long) message * CONTROL + SEGMENT;
  }

  /** Gives a header the control messages of a message, and so much of those about segments. */
  private void control(int header, int message, int segment) {
    int local = locals[message];
    long at = (long) header * STRIDE;
    headers.set(JAVA_LONG, at + 32, controls.address() + controls(message) - local);
    headers.set(JAVA_LONG, at + 40, local + segment);
  }

  private void extend(int message, long length) {
    long at = (long) message * STRIDE;
    headers.set(JAVA_LONG, at + 24, headers.get(JAVA_LONG, at + 24) + 1);
    controls.set(JAVA_SHORT, controls(message) + 16, (short) length);
    control(message, message, SEGMENT_LENGTH);
  }

  int messages() {
    return messages;
  }

  /** How many answers are in a message. */
  int answersIn(int message) {
    return (message + 1 == messages ? answers : firsts[message + 1]) - firsts[message];
  }

  /** Where the message lies and those behind it. */
  MemorySegment from(int message) {
    return message == 0 ? headers : headers.asSlice((long) message * STRIDE);
  }

  /** One answer of a message, as a message of its own. */
  MemorySegment alone(int message, int answer) {
    long at = (long) message * STRIDE;
    long name = headers.get(JAVA_LONG, at);
    begin(single, name, headers.get(JAVA_INT, at + 8), firsts[message] + answer);
    control(single, message, 0);
    return headers.asSlice((long) single * STRIDE, STRIDE);
  }
}
