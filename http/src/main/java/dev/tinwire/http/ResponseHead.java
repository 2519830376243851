package dev.tinwire.http;

import dev.tinwire.wire.ByteReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A response without its body (RFC 9112 §2.1, §4). An interim one (1xx) is only a head: the final
 * one follows. Public because clients read it and servers write it.
 */
public record ResponseHead(StatusLine line, Fields fields) {
  /** The next response on a connection, interim ones too. */
  public static ResponseHead read(ByteReader in, Limits limits, Set<Leniency> allowed)
      throws IOException {
    return read(in, limits, allowed, Fields.NONE);
  }

  /**
   * The same where the fields of the head before it on the connection are known: servers repeat
   * most of them, and what is the same to the byte is not parsed again.
   */
  public static ResponseHead read(
      ByteReader in, Limits limits, Set<Leniency> allowed, Fields before) throws IOException {
    var lines = new Lines(in, allowed.contains(Leniency.BARE_LF));
    var line = StatusLine.read(lines, limits, allowed);
    int spent = line.length() + 2;
    return new ResponseHead(line, FieldSection.read(lines, limits, allowed, before.lines(), spent));
  }

  public Status status() {
    return line.status();
  }

  /** As it goes over the wire, the empty line at its end included. */
  public byte[] toBytes() {
    var out = new StringBuilder(256).append(line).append("\r\n");
    fields.print(out);
    return out.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
