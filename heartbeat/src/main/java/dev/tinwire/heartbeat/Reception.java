package dev.tinwire.heartbeat;

import dev.tinwire.wire.Conversation;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;

/** Takes datagrams from the sockets and enters them. Once it runs, a beat costs no memory here. */
final class Reception {
  private final ReceivingSockets sockets;
  private final Gate gate;
  private final Book book;
  private final Conversation conversation;
  private final boolean isShown;
  private final int receives;

  /** One octet more than may be, to tell what is too long. */
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BeatParser.LONGEST + 1);

  private final byte[] bytes = new byte[BeatParser.LONGEST + 1];
  private final BeatParser parser = new BeatParser();
  private long received;

  Reception(
      ReceivingSockets sockets, Gate gate, Book book, Conversation conversation, int receives) {
    this.sockets = sockets;
    this.gate = gate;
    this.book = book;
    this.conversation = conversation;
    // Making a text of each datagram only for nobody would be most of the work.
    isShown = !conversation.equals(Conversation.SILENT);
    this.receives = receives;
  }

  long received() {
    return received;
  }

  /** Takes what is there, up to the limit; says whether the sockets were empty then. */
  boolean drain(Moment now) throws IOException {
    boolean empty = true;
    for (DatagramChannel channel : sockets.channels()) {
      int taken = 0;
      while (taken < receives && take(channel, now)) taken++;
      empty &= taken < receives;
    }
    return empty;
  }

  private boolean take(DatagramChannel channel, Moment now) throws IOException {
    buffer.clear();
    var from = (InetSocketAddress) channel.receive(buffer);
    if (from == null) return false;
    received++;
    buffer.flip();
    int length = buffer.remaining();
    buffer.get(bytes, 0, length);
    enter(bytes, length, from, now);
    return true;
  }

  void enter(byte[] datagram, int length, InetSocketAddress from, Moment now) {
    if (isShown) {
      conversation.received(new String(datagram, 0, length, StandardCharsets.ISO_8859_1));
    }
    if (!parser.parse(datagram, length)) {
      book.reject(Rejection.MALFORMED);
      if (isShown) conversation.note(String.valueOf(parser.fault));
      return;
    }
    var obstacle = gate.obstacle(parser, from.getAddress());
    if (obstacle != null) book.reject(obstacle);
    else book.beat(parser, from.getAddress(), from.getPort(), now);
  }
}
