package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.GatheringByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers of some length as they leave, head and content, in a file that is in memory only and has
 * no name: of that the system sends the pages themselves (sendfile), where it copies what is in a
 * buffer, each time to other pages. Of a file of the site that would not do, since somebody may cut
 * it meanwhile ({@link Outlet}); nobody else has this one, and nothing in it is written over: with
 * each new Date, which is in every head, it begins anew, and pages that are on their way still are
 * kept by the system until they have arrived. Belongs to a lobby's thread.
 */
final class Shelf implements Closeable {
  /**
   * From here on it pays; what is shorter is one write, and copied while the call is on its way.
   */
  static final int WORTH = 64 * 1024;

  /** As much lies there at once, of one lobby; the rest is copied. */
  static final long ROOM = 16 << 20;

  /** Where Linux keeps files in memory. */
  static final Path PLACE = Path.of("/dev/shm");

  private static final FileAttribute<?> OURS_ALONE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final long NOWHERE = -1;

  /** An answer that was given since the last new Date, and where it lies. */
  private record Place(ByteBuffer head, long at) {}

  private final Path folder;
  private final Map<Content.Bytes, Place> places = new HashMap<>();
  private @Nullable FileChannel file;
  private boolean missing;
  private String date = "";
  private long end;

  /** An empty one; there is no file before something is put there. */
  Shelf(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes as much of an answer as the client takes, from here if it was given before. Only what is
   * asked for again within the second is put here: for one time it would be one copy more.
   *
   * @param parts head and content; what has left is taken off them
   * @param now the line that is in the head
   */
  void write(GatheringByteChannel client, Prepared answer, ByteBuffer[] parts, String now)
      throws IOException {
    long at = answer.contentLength() < WORTH ? NOWHERE : place(answer, parts, now);
    if (file == null || at == NOWHERE) client.write(parts);
    else send(file, at, parts, client);
  }

  private static void send(
      FileChannel from, long at, ByteBuffer[] parts, WritableByteChannel client)
      throws IOException {
    int head = parts[0].remaining();
    int sent = (int) from.transferTo(at, head + parts[1].remaining(), client);
    parts[0].position(parts[0].position() + Math.min(sent, head));
    parts[1].position(parts[1].position() + Math.max(0, sent - head));
  }

  private long place(Prepared answer, ByteBuffer[] parts, String now) {
    if (!now.equals(date)) {
      clear();
      date = now;
    }
    Place known = places.get(answer.bytes());
    boolean again = known != null && answer.hasHead(known.head());
    if (known != null && known.at() != NOWHERE) return again ? known.at() : NOWHERE;
    long at = again ? put(parts) : NOWHERE;
    boolean news = at != NOWHERE || !again;
    if (news && !missing) places.put(answer.bytes(), new Place(answer.head(), at));
    return at;
  }

  private long put(ByteBuffer[] parts) {
    int length = parts[0].remaining() + parts[1].remaining();
    if (missing || end + length > ROOM) return NOWHERE;
    long at = end;
    try {
      FileChannel into = file == null ? open() : file;
      for (ByteBuffer part : parts) {
        for (ByteBuffer rest = part.duplicate(); rest.hasRemaining(); )
          end += into.write(rest, end);
      }
      return at;
    } catch (IOException | UnsupportedOperationException _) {
      giveUp(); // Another system, a container without such a place, or one where it is full.
      return NOWHERE;
    }
  }

  private FileChannel open() throws IOException {
    Path name = folder.resolve("tinwire-" + UUID.randomUUID());
    var how =
        Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE);
    FileChannel opened = FileChannel.open(name, how, OURS_ALONE);
    file = opened;
    Files.delete(name);
    return opened;
  }

  /** How many bytes lie here. */
  long held() {
    return end;
  }

  /** Lets go of everything; what is on its way arrives all the same. */
  void clear() {
    places.clear();
    if (end == 0) return;
    end = 0;
    try {
      if (file != null) file.truncate(0);
    } catch (IOException _) {
      giveUp();
    }
  }

  private void giveUp() {
    missing = true;
    close();
  }

  @Override
  public void close() {
    places.clear();
    end = 0;
    FileChannel open = file;
    file = null;
    if (open == null) return;
    try {
      open.close();
    } catch (IOException _) {
      // Nobody needs it any more.
    }
  }
}
