package dev.tinwire.httpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;

/** Bytes at hand. */
final class BytesPayload implements Payload {
  private final byte[] bytes;
  private final Optional<String> mediaType;

  /** The bytes belong to this from now on. */
  BytesPayload(byte[] bytes, Optional<String> mediaType) {
    this.bytes = bytes;
    this.mediaType = mediaType;
  }

  @Override
  public OptionalLong length() {
    return OptionalLong.of(bytes.length);
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(bytes);
  }

  @Override
  public Optional<String> mediaType() {
    return mediaType;
  }
}
