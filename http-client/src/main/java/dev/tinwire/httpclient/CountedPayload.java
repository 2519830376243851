package dev.tinwire.httpclient;

import dev.tinwire.wire.terminal.Progress;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** A payload that tells a {@link Progress} how much of it went out. */
record CountedPayload(Payload payload, Progress progress) implements Payload {
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
    payload.writeTo(
        new FilterOutputStream(out) {
          @Override
          public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
            progress.add(length);
          }
        });
  }
}
