package dev.tinwire.udppinger;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.EndOfStream;
import dev.tinwire.wire.TooLong;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;

/**
 * The dialogue with one client over TCP.
 *
 * <pre>
 * C: hello
 * S: HELLO
 * C: quit        in any case; the server closes
 * </pre>
 */
final class LineEcho {
  private static final String LINE = "line";

  private final Connection connection;
  private final InetSocketAddress client;
  private final EchoService service;

  LineEcho(Connection connection, InetSocketAddress client, EchoService service) {
    this.connection = connection;
    this.client = client;
    this.service = service;
  }

  void run() throws IOException {
    service.counters().clients.increment();
    service.observer().client(client, "connected");
    while (true) {
      String line;
      try {
        line = next();
      } catch (EndOfStream _) {
        service.observer().client(client, "closed the connection");
        return;
      } catch (TooLong e) {
        write("LINE TOO LONG\n");
        service.observer().client(client, "sent too much: " + e.getMessage());
        return;
      }
      if (line.strip().equalsIgnoreCase("quit")) {
        service.observer().client(client, "said quit");
        return;
      }
      answer(line);
    }
  }

  void refuse() throws IOException {
    write("TOO MANY CLIENTS, COME BACK LATER\n");
    service.observer().client(client, "was one client too many");
  }

  private String next() throws IOException {
    return connection.within(
        Deadline.in(service.limits().patience()),
        "waiting for a line",
        () -> connection.reader().lineOrBareLf(LINE, service.limits().line()));
  }

  private void answer(String line) throws IOException {
    String upper = upper(line);
    write(upper + "\n");
    service.counters().lines.increment();
    if (service.observer().watches())
      service.observer().line(client, readable(line), readable(upper));
  }

  /** The reader hands out octets as characters; what is UTF-8 is put in upper case as UTF-8. */
  static String upper(String octets) {
    try {
      String text =
          UTF_8.newDecoder().decode(ByteBuffer.wrap(octets.getBytes(ISO_8859_1))).toString();
      return new String(text.toUpperCase(Locale.ROOT).getBytes(UTF_8), ISO_8859_1);
    } catch (CharacterCodingException _) {
      byte[] bytes = octets.getBytes(ISO_8859_1);
      for (int i = 0; i < bytes.length; i++) bytes[i] = TextPing.upper(bytes[i]);
      return new String(bytes, ISO_8859_1);
    }
  }

  private static String readable(String octets) {
    return new String(octets.getBytes(ISO_8859_1), UTF_8);
  }

  private void write(String octets) throws IOException {
    connection.writer().write(octets.getBytes(ISO_8859_1));
    connection.flush(Deadline.in(service.limits().patience()), "sending a line back");
  }
}
