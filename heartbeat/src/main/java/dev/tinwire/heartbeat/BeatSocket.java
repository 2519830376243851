package dev.tinwire.heartbeat;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Endpoint;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends beats. It is not connected: a connected one would be told when the monitor is down, fail at
 * the next beat, and fall silent for ever because the monitor was started again.
 */
final class BeatSocket implements Closeable {
  private final DatagramChannel channel;
  private final Conversation conversation;
  private final Consumer<String> notes;
  private boolean failing;

  BeatSocket(InetSocketAddress bind, Conversation conversation, Consumer<String> notes)
      throws IOException {
    this.conversation = conversation;
    this.notes = notes;
    channel = DatagramChannel.open();
    try {
      channel.bind(bind);
    } catch (IOException e) {
      channel.close();
      throw e;
    }
  }

  /** To all of them; a monitor that cannot be reached now may be at the next beat. */
  void send(String beat, List<InetSocketAddress> monitors) {
    ByteBuffer bytes = ByteBuffer.wrap(beat.getBytes(StandardCharsets.US_ASCII));
    String fault = null;
    for (InetSocketAddress monitor : monitors) {
      bytes.rewind();
      try {
        channel.send(bytes, monitor);
      } catch (IOException e) {
        fault = "cannot send to " + Endpoint.of(monitor) + ": " + e.getMessage();
      }
    }
    conversation.sent(beat);
    if (fault != null && !failing) notes.accept(fault + "; going on");
    failing = fault != null;
  }

  /** Waits for a datagram, and says who sent it. The buffer is filled from its start. */
  InetSocketAddress receive(ByteBuffer into) throws IOException {
    into.clear();
    var from = (InetSocketAddress) channel.receive(into);
    into.flip();
    return from;
  }

  void answer(String answer, InetSocketAddress to) throws IOException {
    conversation.sent(answer);
    channel.send(ByteBuffer.wrap(answer.getBytes(StandardCharsets.US_ASCII)), to);
  }

  void heard(String text) {
    conversation.received(text);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
