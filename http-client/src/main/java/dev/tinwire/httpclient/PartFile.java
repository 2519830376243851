package dev.tinwire.httpclient;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.tinwire.http.SafeFileName;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.terminal.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file while it comes: {@code NAME.part} beside where it will be, and {@code NAME.part.json} with
 * what tells which version of it this is. Only when all of it is here does it get its name. Whoever
 * makes one closes it; what is worth going on with stays, the rest goes.
 */
final class PartFile implements Closeable {
  /** {@code .part.json.new} */
  private static final int MORE = 14;

  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private volatile boolean kept;
  private volatile boolean done;
  private volatile @Nullable Progress progress;

  private PartFile(Path target, Path part, FileChannel channel) {
    this.target = target;
    this.part = part;
    this.channel = channel;
  }

  /** A name that has no room for what we write behind it goes by its hash as long as it comes. */
  static Path partOf(Path target) {
    String name = String.valueOf(target.getFileName());
    boolean room = name.getBytes(UTF_8).length + MORE <= SafeFileName.MOST_BYTES;
    return target.resolveSibling((room ? name : DigestAlgorithm.SHA_256.hex(name)) + ".part");
  }

  /**
   * Opens it for writing; a link that somebody laid there is not followed.
   *
   * @param length how much of it is here already and stays
   */
  static PartFile open(Path target, long length) throws IOException {
    Path part = partOf(target);
    FileChannel channel = open(part);
    try {
      if (channel.tryLock() == null) {
        throw new WireException("another download is writing " + part);
      }
      channel.truncate(length);
      channel.position(length);
      var file = new PartFile(target, part, channel);
      Unfinished.add(file);
      return file;
    } catch (Throwable e) {
      channel.close();
      throw e;
    }
  }

  private static FileChannel open(Path part) throws IOException {
    try {
      return FileChannel.open(
          part,
          Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
    } catch (NoSuchFileException e) {
      // It would have been made: what is missing is its folder.
      Path folder = part.getParent();
      throw folder == null ? e : new NoSuchFileException(folder.toString());
    }
  }

  void write(ByteBuffer piece) throws IOException {
    Unfinished.stopIfEnding();
    while (piece.hasRemaining()) channel.write(piece);
  }

  /** Writes a piece to its place; several threads may. */
  void write(ByteBuffer piece, long at) throws IOException {
    Unfinished.stopIfEnding();
    long offset = at - piece.position();
    while (piece.hasRemaining()) channel.write(piece, offset + piece.position());
  }

  long length() throws IOException {
    return channel.position();
  }

  /** From now on it is worth something, whatever happens. */
  void note(PartNote note) throws IOException {
    PartNote.write(part, note);
    kept = true;
  }

  /** It cannot be gone on with, so it is not to lie around. */
  void worthless() throws IOException {
    kept = false;
    Files.deleteIfExists(PartNote.beside(part));
  }

  /** What is worth going on with, and how; empty if nothing is. */
  Optional<String> keptInWords() throws IOException {
    if (!kept) return Optional.empty();
    // Filled in several places, it has no one length.
    String many = length() > 0 ? length() + " bytes are" : "what came is";
    return Optional.of(many + " kept in " + part + ", --continue goes on");
  }

  /** All of it is here: gives it its time and its name. */
  void finish(Optional<Instant> modified, boolean replace) throws IOException {
    Unfinished.stopIfEnding();
    channel.close();
    if (modified.isPresent()) Files.setLastModifiedTime(part, FileTime.from(modified.get()));
    if (replace) {
      Files.move(part, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } else {
      place();
    }
    Files.deleteIfExists(PartNote.beside(part));
    done = true;
  }

  /** A link is made or refused in one step, so that a file made meanwhile is not replaced. */
  private void place() throws IOException {
    try {
      Files.createLink(target, part);
      Files.delete(part);
    } catch (UnsupportedOperationException e) {
      Files.move(part, target); // no links here; looks first, and then moves
    } catch (FileAlreadyExistsException e) {
      throw Placing.exists(target);
    }
  }

  /** Its progress is shown there. */
  void shownBy(Progress line) {
    progress = line;
  }

  /** Somebody ends us: nobody draws any more, and what cannot be gone on with does not stay. */
  void abandon() throws IOException {
    Progress line = progress;
    if (line != null) line.close();
    if (!done && !kept) Files.deleteIfExists(part);
  }

  @Override
  public void close() throws IOException {
    Unfinished.remove(this);
    channel.close();
    if (!done && !kept) Files.deleteIfExists(part);
  }
}
