package dev.tinwire.httpserver;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * An answer as a strict client read it off the wire: a slip in its grammar fails the test.
 *
 * @param octets one character for each octet
 */
record Fetched(int status, Fields fields, String octets) {
  /** Asks over a connection of its own. */
  static Fetched from(InetSocketAddress server, String method, String target, String... lines)
      throws IOException {
    String more = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
    String head = method + " " + target + " HTTP/1.1\r\nHost: site.test\r\n" + more + "\r\n";
    try (var socket = new Socket()) {
      socket.setSoTimeout(10_000);
      socket.connect(server);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      var in = new ByteReader(socket.getInputStream());
      var answer = ResponseHead.read(in, Limits.CLIENT, Set.of());
      var framing =
          Framing.ofResponse(
              new Method(method),
              answer.status(),
              answer.fields(),
              answer.line().version(),
              Set.<Leniency>of());
      byte[] content = Body.of(framing, in, Limits.CLIENT).readAllBytes();
      String octets = new String(content, StandardCharsets.ISO_8859_1);
      return new Fetched(answer.status().code(), answer.fields(), octets);
    }
  }

  /** The value of that field, several beside each other, or nothing at all. */
  String field(String name) {
    return String.join(" | ", fields.all(name));
  }

  byte[] bytes() {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }
}
