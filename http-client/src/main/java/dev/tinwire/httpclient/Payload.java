package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a request carries behind its head. Public because callers of the library make them.
 *
 * <p>One that is {@link #repeatable} can be sent again: after a redirect, with credentials, or on
 * another connection.
 */
public interface Payload {
  /** No body, and no field that speaks of one. */
  Payload NONE =
      new Payload() {
        @Override
        public OptionalLong length() {
          return OptionalLong.of(0);
        }

        @Override
        public void writeTo(OutputStream out) {}

        @Override
        public Optional<String> mediaType() {
          return Optional.empty();
        }
      };

  /** Empty where nobody knows before the end is reached; it is sent in chunks then. */
  OptionalLong length();

  /** Writes all of it; exactly {@link #length} bytes where that is known. */
  void writeTo(OutputStream out) throws IOException;

  /** What {@code Content-Type} says, unless the caller says otherwise. */
  Optional<String> mediaType();

  default boolean repeatable() {
    return true;
  }

  /** Whether it was given away already and cannot be sent any more. */
  default boolean spent() {
    return false;
  }

  /** Bytes at hand. */
  static Payload of(byte[] bytes, String mediaType) {
    return new BytesPayload(bytes.clone(), Optional.of(mediaType));
  }

  /** A file, read when it is sent. */
  static Payload of(Path file, String mediaType) throws IOException {
    return new InFile(file, 0, Files.size(file), Optional.of(mediaType));
  }

  /** What a stream has; it can be read once. */
  static Payload of(InputStream in, String mediaType) {
    return new Streamed(in, Optional.of(mediaType));
  }

  /** A part of a file, from one place to its end as it was when we looked. */
  record InFile(Path file, long from, long size, Optional<String> mediaType) implements Payload {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(size - from);
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      try (var in = Files.newInputStream(file)) {
        in.skipNBytes(from);
        long left = size - from;
        byte[] buffer = new byte[(int) Math.min(256 * 1024, Math.max(1, left))];
        while (left > 0) {
          int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
          if (n < 0) throw new WireException(file + " became shorter while it was sent");
          out.write(buffer, 0, n);
          left -= n;
        }
      }
    }
  }

  /** A stream of unknown length. */
  final class Streamed implements Payload {
    private final InputStream in;
    private final Optional<String> mediaType;
    private volatile boolean spent;

    Streamed(InputStream in, Optional<String> mediaType) {
      this.in = in;
      this.mediaType = mediaType;
    }

    @Override
    public OptionalLong length() {
      return OptionalLong.empty();
    }

    @Override
    public Optional<String> mediaType() {
      return mediaType;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
      spent = true;
      in.transferTo(out);
    }

    @Override
    public boolean repeatable() {
      return false;
    }

    @Override
    public boolean spent() {
      return spent;
    }
  }
}
