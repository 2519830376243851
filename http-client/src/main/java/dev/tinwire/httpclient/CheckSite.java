package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.http.StatusLine;
import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.tls.TlsServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * A site in this process for the doctor's checks, over kept connections, plain or under TLS. Its
 * answers have the fields that common servers send, so that a lesson meets what a fetch will meet.
 */
final class CheckSite implements Closeable {
  /** One thing it has. */
  record Item(String type, String text) {}

  private static final Item NOTHING = new Item("text/plain", "");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ServerSocket listener;
  private final Optional<TlsServer> tls;
  private final Map<String, Item> items;
  private final Deadline deadline = Deadline.in(PATIENCE);

  private CheckSite(ServerSocket listener, Optional<TlsServer> tls, Map<String, Item> items) {
    this.listener = listener;
    this.tls = tls;
    this.items = items;
  }

  /** Opens one that has these things, by their paths. */
  static CheckSite with(Map<String, Item> items, Optional<TlsServer> tls) throws IOException {
    var listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var site = new CheckSite(listener, tls, items);
    Thread.ofVirtual().name("check").start(site::accept);
    return site;
  }

  /** Where something of it is, its host being a name or an address. */
  String url(String host, String path) {
    return (tls.isPresent() ? "https://" : "http://") + host + ":" + listener.getLocalPort() + path;
  }

  private void accept() {
    try {
      while (true) {
        Socket client = listener.accept();
        Thread.ofVirtual().name("check").start(() -> serve(client));
      }
    } catch (IOException _) {
      // The site is closed.
    }
  }

  private void serve(Socket socket) {
    try (Connection client = Connection.accepted(socket)) {
      if (tls.isPresent()) client.secured(raw -> tls.get().serve(raw, deadline));
      while (!client.within(deadline, "a check", () -> client.reader().atEnd())) answer(client);
    } catch (IOException _) {
      // What the client makes of it is what counts.
    }
  }

  private void answer(Connection client) throws IOException {
    RequestHead asked =
        client.within(
            deadline,
            "serving a check",
            () -> RequestHead.read(client.reader(), Limits.SERVER, Leniency.SERVER));
    String path = asked.line().target().toString();
    Item item = items.getOrDefault(path, NOTHING);
    byte[] body = item.text().getBytes(StandardCharsets.UTF_8);
    var fields =
        Fields.of(
            "Server", "check",
            "Date", "Sun, 06 Nov 1994 08:49:37 GMT",
            "Content-Type", item.type(),
            "Content-Length", Integer.toString(body.length),
            "Last-Modified", "Sun, 06 Nov 1994 08:49:37 GMT",
            "Connection", "keep-alive",
            "ETag", "\"1\"",
            "Accept-Ranges", "bytes");
    var line = new StatusLine(items.containsKey(path) ? Status.OK : new Status(404));
    client.writer().write(new ResponseHead(line, fields).toBytes());
    client.writer().write(body);
    client.flush(deadline, "serving a check");
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
