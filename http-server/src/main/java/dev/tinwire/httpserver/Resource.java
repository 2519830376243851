package dev.tinwire.httpserver;

import dev.tinwire.http.MediaType;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What there is at a path. An open file is closed by whoever was given it. */
sealed interface Resource extends Closeable {
  @Override
  default void close() throws IOException {}

  /** Nothing, or nothing that anybody may know of: the two look the same from outside. */
  record Missing() implements Resource {}

  /**
   * A folder.
   *
   * @param directory its real path
   */
  record Folder(Path directory) implements Resource {}

  /** A regular file, open, and its state after it was opened. */
  sealed interface File extends Resource {
    String name();

    FileState state();

    /** Some of its bytes; who closes the content need not close the file. */
    Content part(long from, long bytes);

    default Content whole() {
      return part(0, state().size());
    }
  }

  /** On disk, to be read when it is sent. */
  record OnDisk(String name, FileState state, FileChannel channel) implements File {
    private static final int BLOCK = 128 * 1024;

    @Override
    public Content part(long from, long bytes) {
      return new Content.FilePart(channel, from, bytes);
    }

    /** Shows all of it to somebody, block by block. */
    void read(Consumer<ByteBuffer> to) throws IOException {
      long size = state.size();
      var block = ByteBuffer.allocate((int) Math.min(BLOCK, size));
      for (long at = 0; at < size; ) {
        block.clear().limit((int) Math.min(block.capacity(), size - at));
        int n = channel.read(block, at);
        if (n <= 0) throw new FileChanged(name);
        to.accept(block.flip());
        at += n;
      }
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  /** Small, settled, and read already. */
  final class InMemory implements File {
    private final String name;
    private final FileState state;
    private final byte[] bytes;
    private final Content.Bytes whole;
    private volatile @Nullable Representation latest;

    InMemory(String name, FileState state, byte[] bytes) {
      this.name = name;
      this.state = state;
      this.bytes = bytes;
      this.whole = new Content.Bytes(bytes);
    }

    byte[] bytes() {
      return bytes;
    }

    /** How many bytes of memory it takes, at most. */
    long memory() {
      return whole.memory();
    }

    /** Mostly what it was the last time: then all has been said about it already. */
    Representation represented(MediaType type, Coding coding, Instant now) {
      Representation known = latest;
      if (known != null && known.type().equals(type) && known.coding() == coding) return known;
      Representation made = Representation.make(this, type, coding, now);
      latest = made;
      return made;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public FileState state() {
      return state;
    }

    @Override
    public Content part(long from, long length) {
      if (from == 0 && length == bytes.length) return whole;
      return Content.of(Arrays.copyOfRange(bytes, (int) from, (int) (from + length)));
    }
  }
}
