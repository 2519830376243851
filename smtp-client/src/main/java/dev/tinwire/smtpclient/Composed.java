package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * A message of our own making: the lines of its header, and what stands behind them.
 *
 * @param header without line ends
 * @param restSize how many bytes the rest has
 * @param international whether the header is not ASCII; bodies are coded in seven bits
 */
record Composed(List<String> header, Rest rest, long restSize, boolean international)
    implements Content {
  private static final String CRLF = "\r\n";

  /** What stands behind the header and its empty line, the same each time. */
  @FunctionalInterface
  interface Rest {
    void writeTo(OutputStream out) throws IOException;
  }

  Composed {
    header = List.copyOf(header);
  }

  /** The same message once more, as one of its own: with its own date and identifier. */
  Composed again(ZonedDateTime now, String messageId) {
    List<String> renewed = MessageHeader.renewed(header, now, messageId);
    return new Composed(renewed, rest, restSize, international);
  }

  /** With its angle brackets. */
  Optional<String> messageId() {
    return MessageHeader.messageIdOf(header);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(head());
    rest.writeTo(out);
  }

  private byte[] head() {
    return (String.join(CRLF, header) + CRLF + CRLF).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public long size() {
    return head().length + restSize;
  }

  @Override
  public boolean eightBit() {
    return international;
  }
}
