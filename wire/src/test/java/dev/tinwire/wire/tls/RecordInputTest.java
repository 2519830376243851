package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Random;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What comes out is what came in, in pieces of any size, and the socket's own rules hold. */
class RecordInputTest {
  private SocketChannel here;
  private SocketChannel there;
  private RecordInput in;

  @BeforeEach
  void connect() throws IOException {
    try (var listener = ServerSocketChannel.open()) {
      listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      here = SocketChannel.open(listener.getLocalAddress());
      there = listener.accept();
    }
    in = new RecordInput(here.socket());
  }

  @AfterEach
  void close() throws IOException {
    here.close();
    there.close();
  }

  private void send(byte[] bytes) throws IOException {
    var buffer = ByteBuffer.wrap(bytes);
    while (buffer.hasRemaining()) there.write(buffer);
  }

  @Test
  void allBytesComeInTheirOrderWhateverIsAskedFor() throws Exception {
    var random = new Random(1);
    byte[] sent = new byte[3 << 20];
    random.nextBytes(sent);
    var sending =
        new FutureTask<>(() -> {
          send(sent);
          return there.shutdownOutput();
        });
    Thread.ofPlatform().start(sending);
    var came = new ByteArrayOutputStream();
    byte[] piece = new byte[20_000];
    int n = in.read(piece, 0, 5);
    while (n >= 0) {
      came.write(piece, 0, n);
      n = in.read(piece, 0, 1 + random.nextInt(piece.length));
    }
    sending.get();
    assertArrayEquals(sent, came.toByteArray());
    assertEquals(-1, in.read());
  }

  @Test
  void theTimeoutOfTheSocketHolds() throws Exception {
    here.socket().setSoTimeout(1);
    assertThrows(SocketTimeoutException.class, in::read);
    send(new byte[] {7});
    here.socket().setSoTimeout(0);
    assertEquals(7, in.read());
  }

  @Test
  void whatIsHereAlreadyNeedsNoSocket() throws Exception {
    send(new byte[] {1, 2, 3});
    there.shutdownOutput();
    assertEquals(1, in.read());
    here.socket().setSoTimeout(1);
    assertEquals(2, in.available());
    assertEquals(2, in.read());
    assertEquals(3, in.read());
    assertEquals(-1, in.read());
  }

  /** Before the read or while it waits: TLS is to see that the socket failed, not the peer. */
  @Test
  void aSocketClosedUnderneathFailsAsASocket() throws Exception {
    var closing =
        new FutureTask<>(() -> {
          here.close();
          return true;
        });
    Thread.ofPlatform().start(closing);
    assertThrows(SocketException.class, in::read);
    closing.get();
  }

  @Test
  void whatHasNoChannelStaysAsItIs() throws Exception {
    try (var plain = new Socket()) {
      assertSame(plain, ReadAheadSocket.over(plain));
    }
    assertEquals(here.socket().getPort(), ReadAheadSocket.over(here.socket()).getPort());
  }
}
