package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Locale.ROOT;

import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.Interrupts;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What {@code tinwire doctor} tries: the command itself, sent one packet of each kind. */
final class EchoCheck {
  private static final int PATIENCE_MILLIS = 5000;
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private EchoCheck() {}

  static void run() throws IOException {
    run(ClockWish.AUTO);
    run(ClockWish.USER);
  }

  private static void run(ClockWish clock) throws IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var echo =
        new EchoCommand((listening, _) -> {
          Interrupts.rehearse();
          listening.run();
          exchange(portOf(out.toString(UTF_8)));
        });
    var words =
        List.of("--port", "0", "--bind", "127.0.0.1", "--clock", clock.name().toLowerCase(ROOT));
    int status = new EchoTool().command(echo).run(words, standard(out, err));
    String said = out.toString(UTF_8) + err.toString(UTF_8);
    if (status != 0 || !said.contains("2 datagrams received, 2 answered")) {
      throw new WireException("expected 2 answers to 2 datagrams, came: " + said);
    }
  }

  private static Standard standard(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Standard(
        InputStream.nullInputStream(),
        new PrintStream(out, true, UTF_8),
        new PrintStream(err, true, UTF_8),
        Map.of(),
        Terminals.NONE);
  }

  /** It is what follows the last colon. */
  private static int portOf(String said) {
    return Integer.parseInt(said.strip().substring(said.strip().lastIndexOf(':') + 1));
  }

  private static void exchange(int port) {
    try (var client = new DatagramSocket(0, LOOPBACK)) {
      client.setSoTimeout(PATIENCE_MILLIS);
      client.connect(new InetSocketAddress(LOOPBACK, port));
      stamp(client);
      text(client);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stamp(DatagramSocket client) throws IOException {
    var layout = StampLayout.PLAIN;
    ByteBuffer packet = ByteBuffer.allocate(layout.length);
    long time = NtpTime.of(new WallClock().getAsLong());
    StampRequest.begin(layout, packet, layout.length, 1, (short) 0);
    StampRequest.stamp(layout, packet, time);
    ByteBuffer reply = ByteBuffer.wrap(answer(client, packet.array(), layout.length));
    int length = reply.limit();
    expect(1, length < layout.length ? -1 : layout.senderSequence(reply));
    expect(true, StampReply.isIntact(layout, reply, length, layout.length, time, (short) 0));
  }

  private static void text(DatagramSocket client) throws IOException {
    ByteBuffer packet = ByteBuffer.allocate(TextPing.LONGEST);
    int length = TextPing.write(packet, 1, 0);
    ByteBuffer reply = ByteBuffer.wrap(answer(client, packet.array(), length));
    expect(true, TextPing.isSameOrUpper(reply, reply.limit(), packet, length));
  }

  private static byte[] answer(DatagramSocket client, byte[] octets, int length)
      throws IOException {
    client.send(new DatagramPacket(octets, length));
    var reply = new DatagramPacket(new byte[2048], 2048);
    client.receive(reply);
    return Arrays.copyOf(reply.getData(), reply.getLength());
  }

  private static void expect(Object wanted, Object found) throws IOException {
    if (!wanted.equals(found)) throw new WireException("expected " + wanted + ", got " + found);
  }
}
