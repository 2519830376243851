package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many answers that leave with one call, and some of them as one message. */
final class KernelSenderTest {
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);

  /** {@code <asm-generic/socket.h>}: such a socket refuses messages that are to be cut. */
  private static final int SO_NO_CHECK = 11;

  private static final int MOST = 8;

  private final Arena arena = Arena.ofAuto();

  @BeforeEach
  void onlyWhereTheKernelMayBeAsked() {
    assumeTrue(Native.obstacle().isEmpty(), () -> Native.obstacle().orElse(""));
  }

  @ParameterizedTest(name = "{0} is {1} messages")
  @CsvSource({
    // who gets an answer, and how long it is
    "a9, 1",
    "a9 a9 a9, 1",
    "a9 b9 a9, 3",
    "a9 a9 b9 b9, 2",
    "a9 a9 a8 a9, 3",
    "a0 a0, 2",
    "a1200 a1200, 1",
    "a1201 a1201, 2"
  })
  void answersThatMayBeOneMessageAre(String answers, int messages) {
    var batch = new OutgoingBatch(arena, MOST);
    for (KernelSlot slot : slots(answers, ANY, new InetSocketAddress(ANY.getAddress(), 1))) {
      batch.add(slot, true);
    }
    assertEquals(messages, batch.messages());
    int inAll = 0;
    for (int i = 0; i < messages; i++) inAll += batch.answersIn(i);
    assertEquals(answers.split(" ", -1).length, inAll);
  }

  @ParameterizedTest(name = "checksums {0}, together {1}: {2}")
  @CsvSource({
    "true, true, a9 a9 a9 b9 b9 a9 a5 a0 a0 b1400 b1400 a9 a9 a9 a9 a9 a9 a9 a9 a9 a9 b9 b9",
    "true, false, a9 a9 a9 b9 b9 a9 a5",
    // Refused as one, sent one by one; and then not tried again.
    "false, true, a9 a9 a9 b9 b9 a9 a5 b9 b9 a9 a9 a9"
  })
  void eachComesAsItIsToWhomItBelongsInOrder(boolean sums, boolean together, String answers)
      throws IOException {
    try (var descriptor = Descriptor.datagrams(Linux.AF_INET)) {
      if (!sums) descriptor.set(Linux.SOL_SOCKET, SO_NO_CHECK, 1);
      descriptor.bind(ANY);
      var batch = new OutgoingBatch(arena, MOST);
      var sender = new KernelSender(descriptor, arena, Linux.AF_INET, batch, together);
      try (var a = new TestClient(descriptor.local());
          var b = new TestClient(descriptor.local())) {
        List<KernelSlot> slots = slots(answers, a.local(), b.local());
        for (KernelSlot slot : slots) sender.queue(slot);
        assertEquals(0, sender.flush());
        int number = 0;
        for (String answer : answers.split(" ", -1)) {
          assertEquals(
              text(number++, answer), (answer.startsWith("a") ? a : b).receiveText(), answer);
        }
      }
    }
  }

  @Test
  void whatCannotBeSentIsCountedAndTheOthersAreSent() throws IOException {
    try (var descriptor = Descriptor.datagrams(Linux.AF_INET)) {
      descriptor.bind(ANY);
      var batch = new OutgoingBatch(arena, MOST);
      var sender = new KernelSender(descriptor, arena, Linux.AF_INET, batch, true);
      try (var a = new TestClient(descriptor.local())) {
        var nowhere = new InetSocketAddress(InetAddress.ofLiteral("240.0.0.1"), 9);
        for (KernelSlot slot : slots("a9 b9 b9 b9 a9 b5", a.local(), nowhere)) sender.queue(slot);
        assertEquals(4, sender.flush());
        assertEquals(text(0, "a9"), a.receiveText());
        assertEquals(text(4, "a9"), a.receiveText());
        assertEquals(0, sender.flush());
      }
    }
  }

  /** {@code a9 b5}: nine octets to the one, five to the other. */
  private List<KernelSlot> slots(String answers, InetSocketAddress a, InetSocketAddress b) {
    var slots = new ArrayList<KernelSlot>();
    for (String answer : answers.split(" ", -1)) {
      var header = new MessageHeader(arena, arena.allocate(MessageHeader.LENGTH, Long.BYTES));
      MemorySegment payload = arena.allocate(Datagram.ROOM, Long.BYTES);
      var slot = new KernelSlot(arena, header, payload, slots.size());
      byte[] octets = text(slots.size(), answer).getBytes(StandardCharsets.ISO_8859_1);
      slot.datagram.payload.put(0, octets);
      slot.datagram.length = octets.length;
      slot.datagram.source = answer.startsWith("a") ? a : b;
      int length = SocketAddresses.write(slot.name, slot.datagram.source, Linux.AF_INET);
      header.name(slot.name, length);
      slots.add(slot);
    }
    return slots;
  }

  private static String text(int number, String answer) {
    int length = Integer.parseInt(answer.substring(1));
    return (number + "x".repeat(length)).substring(0, length);
  }
}
