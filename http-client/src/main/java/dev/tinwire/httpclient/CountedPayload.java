package dev.tinwire.httpclient;

import dev.tinwire.wire.terminal.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A payload that tells a {@link Progress} how much of it went out. What has to be sent again, after
 * a redirect or with a login, counts once.
 */
final class CountedPayload implements Payload {
  private final Payload payload;
  private final Progress progress;
  private long counted;

  CountedPayload(Payload payload, Progress progress) {
    this.payload = payload;
    this.progress = progress;
  }

  /** What is sent, for somebody who reads it and does not send it. */
  static Payload uncounted(Payload payload) {
    return payload instanceof CountedPayload watched ? watched.payload : payload;
  }

  @Override
  public OptionalLong length() {
    return payload.length();
  }

  @Override
  public Optional<String> mediaType() {
    return payload.mediaType();
  }

  @Override
  public boolean repeatable() {
    return payload.repeatable();
  }

  @Override
  public boolean spent() {
    return payload.spent();
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    payload.writeTo(new Counted(out));
  }

  /** One way out. */
  private final class Counted extends FilterOutputStream {
    private long sent;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      sent += length;
      if (sent <= counted) return;
      progress.add(sent - counted);
      counted = sent;
    }
  }
}
