package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The content of an answer. Whoever has it closes it, sent or not. */
public sealed interface Content extends Closeable {
  /** How many bytes it has; empty if nobody knows before they are written. */
  OptionalLong length();

  @Override
  default void close() throws IOException {}

  /** None, not even an empty one: 204 and 304. */
  record None() implements Content {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(0);
    }
  }

  /** Some bytes that are in memory; nobody changes them any more. */
  final class Bytes implements Content {
    /** From here on a copy outside the heap pays, from which the system copies it by itself. */
    static final int LARGE = 8 * 1024;

    private final byte[] bytes;
    private volatile @Nullable ByteBuffer direct;

    Bytes(byte[] bytes) {
      this.bytes = bytes;
    }

    byte[] bytes() {
      return bytes;
    }

    /** The same outside the heap, made once. */
    ByteBuffer direct() {
      ByteBuffer made = direct;
      if (made == null) {
        made = ByteBuffer.allocateDirect(bytes.length).put(bytes).flip();
        direct = made;
      }
      return made.duplicate();
    }

    /** How many bytes of memory it takes, at most. */
    long memory() {
      return bytes.length < LARGE ? bytes.length : 2L * bytes.length;
    }

    @Override
    public OptionalLong length() {
      return OptionalLong.of(bytes.length);
    }
  }

  static Content of(byte[] bytes) {
    return new Bytes(bytes);
  }

  static Content of(String text) {
    return new Bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A part of an open file, from {@code from} on. */
  record FilePart(FileChannel file, long from, long bytes) implements Content {
    @Override
    public OptionalLong length() {
      return OptionalLong.of(bytes);
    }

    @Override
    public void close() throws IOException {
      file.close();
    }
  }

  /** Several contents one behind the other, such as the parts of a multipart answer. */
  record Sequence(List<Content> parts) implements Content {
    public Sequence {
      parts = List.copyOf(parts);
    }

    @Override
    public OptionalLong length() {
      long all = 0;
      for (Content part : parts) {
        if (part.length().isEmpty()) return OptionalLong.empty();
        all = Math.addExact(all, part.length().getAsLong());
      }
      return OptionalLong.of(all);
    }

    @Override
    public void close() throws IOException {
      for (Content part : parts) part.close();
    }
  }

  /** Written while it is sent, within bounded memory; chunked unless the length is known. */
  record Written(OptionalLong length, Writer writer) implements Content {
    /** Writes all of it. Flushing sends what is there so far. */
    @FunctionalInterface
    public interface Writer {
      void writeTo(OutputStream out) throws IOException;

      /** Lets go of what it would have read, written or not. */
      default void close() throws IOException {}
    }

    @Override
    public void close() throws IOException {
      writer.close();
    }
  }
}
