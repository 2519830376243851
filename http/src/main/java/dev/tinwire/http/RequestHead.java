package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A request without its body (RFC 9112 §2.1, §3). Public because servers read it and clients write
 * it.
 */
public record RequestHead(RequestLine line, Fields fields) {
  /**
   * The next request on a connection, its Host field checked.
   *
   * @throws BadMessage with the status to answer
   * @throws dev.tinwire.wire.EndOfStream if the connection ended before or inside the head; ask
   *     {@link ByteReader#atEnd()} first to tell an idle connection's end from a broken one
   */
  public static RequestHead read(ByteReader in, Limits limits, Set<Leniency> allowed)
      throws IOException {
    var lines = new Lines(in, allowed.contains(Leniency.BARE_LF));
    String line = requestLine(lines, limits);
    if (line.isEmpty() && allowed.contains(Leniency.EMPTY_LINE_BEFORE_REQUEST)) {
      line = requestLine(lines, limits);
    }
    var requestLine = RequestLine.parse(line, allowed);
    var head =
        new RequestHead(requestLine, FieldSection.read(lines, limits, allowed, line.length() + 2));
    var _ = head.host();
    return head;
  }

  private static String requestLine(Lines lines, Limits limits) throws IOException {
    return lines.next("request line", limits.startLine(), Status.URI_TOO_LONG);
  }

  /**
   * The Host field: exactly one in HTTP/1.1, at most one in HTTP/1.0, and well formed (RFC 9112
   * §3.2).
   */
  public Optional<HostField> host() throws BadMessage {
    var hosts = fields.all("Host");
    if (hosts.size() > 1) throw new BadMessage(Status.BAD_REQUEST, "more than one Host field");
    if (hosts.isEmpty() && line.version() == HttpVersion.HTTP_1_1) {
      throw new BadMessage(Status.BAD_REQUEST, "a request in HTTP/1.1 without a Host field");
    }
    return hosts.isEmpty() ? Optional.empty() : Optional.of(HostField.parse(hosts.getFirst()));
  }

  /** Whom the request is for: the target's authority if it has one, else Host (§3.2.2, §3.3). */
  public Optional<HostField> authority() throws BadMessage {
    return switch (line.target()) {
      case RequestTarget.AbsoluteForm absolute -> Optional.of(absolute.authority());
      case RequestTarget.AuthorityForm(HostField authority) -> Optional.of(authority);
      case RequestTarget.OriginForm _, RequestTarget.AsteriskForm _ -> host();
    };
  }

  /** As it goes over the wire, the empty line at its end included. */
  public byte[] toBytes() {
    // In pieces, and not as one text that is put together first: half of what a head costs.
    byte[] method = latin(line.method().name());
    byte[] target = latin(line.target().toString());
    byte[] version = latin(line.version().toString());
    byte[] section = fields.bytes();
    byte[] bytes = new byte[method.length + target.length + version.length + section.length + 4];
    int at = put(method, bytes, 0);
    bytes[at] = ' ';
    at = put(target, bytes, at + 1);
    bytes[at] = ' ';
    at = put(version, bytes, at + 1);
    bytes[at] = '\r';
    bytes[at + 1] = '\n';
    put(section, bytes, at + 2);
    return bytes;
  }

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Where it ends. */
  private static int put(byte[] piece, byte[] into, int at) {
    System.arraycopy(piece, 0, into, at, piece.length);
    return at + piece.length;
  }
}
