package dev.tinwire.httpserver;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A folder held open, in which things are made, renamed and deleted relative to what is open
 * ({@code openat}, {@code renameat}, {@code unlinkat}) and never through a link: whatever is
 * swapped meanwhile, what changes lies in this folder. Not for several threads at once.
 */
final class HeldFolder implements Closeable {
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
  private static final Set<OpenOption> CONTINUE =
      Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

  private static final FileAttribute<Set<PosixFilePermission>> FOR_NOBODY =
      PosixFilePermissions.asFileAttribute(Set.of());

  private final SecureDirectoryStream<Path> stream;
  private final Path root;
  private final Path real;

  private HeldFolder(SecureDirectoryStream<Path> stream, Path root, Path real) {
    this.stream = stream;
    this.root = root;
    this.real = real;
  }

  /** Whether this system has such calls; without them nothing is written. */
  static boolean possible(Path anyFolder) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(anyFolder)) {
      return stream instanceof SecureDirectoryStream<Path>;
    }
  }

  /** Opens {@code real}, which has no links in it, from {@code root} down. */
  @SuppressWarnings("StreamResourceLeak") // it is what the folder holds, and closes
  static HeldFolder open(Path root, Path real) throws IOException {
    DirectoryStream<Path> top = Files.newDirectoryStream(root);
    if (!(top instanceof SecureDirectoryStream<Path> secure)) {
      top.close();
      throw new IOException("this system cannot keep a folder open while it writes there");
    }
    var folder = new HeldFolder(secure, root, root);
    if (real.equals(root)) return folder;
    for (Path name : root.relativize(real)) {
      try (var outer = folder) {
        folder = outer.folder(name.toString());
      }
    }
    return folder;
  }

  /** The folder that it was reached from. */
  Path root() {
    return root;
  }

  Path real() {
    return real;
  }

  private Path name(String name) {
    return real.getFileSystem().getPath(name);
  }

  /** A folder in this one; its own to close. */
  HeldFolder folder(String name) throws IOException {
    var inner = stream.newDirectoryStream(name(name), LinkOption.NOFOLLOW_LINKS);
    return new HeldFolder(inner, root, real.resolve(name));
  }

  /** What is there by that name, a link being a link; empty if nothing is. */
  Optional<BasicFileAttributes> look(String name) throws IOException {
    var view =
        stream.getFileAttributeView(
            name(name), BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    try {
      return Optional.of(view.readAttributes());
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }

  /** A new file, unless there is something of that name. */
  FileChannel create(String name) throws IOException {
    return (FileChannel) stream.newByteChannel(name(name), CREATE);
  }

  /** A file to go on with, new if there is none. */
  FileChannel resume(String name) throws IOException {
    return (FileChannel) stream.newByteChannel(name(name), CONTINUE);
  }

  /** Gives it another name and place, instead of a file that has these. */
  void move(String name, HeldFolder to, String newName) throws IOException {
    stream.move(name(name), to.stream, name(newName));
  }

  /**
   * The same, but never instead of anything: see {@link NameClaim}.
   *
   * @return false if there is something of that name
   */
  boolean moveIfFree(String name, HeldFolder to, String newName) throws IOException {
    Optional<NameClaim> claim = NameClaim.of(to, newName);
    return claim.isPresent() && claim.get().fill(this, name);
  }

  /** A new and empty file that nobody may read, unless there is something of that name. */
  boolean createForNobody(String name) throws IOException {
    try {
      stream.newByteChannel(name(name), CREATE, FOR_NOBODY).close();
      return true;
    } catch (FileAlreadyExistsException _) {
      return false;
    }
  }

  void deleteFile(String name) throws IOException {
    stream.deleteFile(name(name));
  }

  /** An empty one, or else {@link DirectoryNotEmptyException}. */
  void deleteFolder(String name) throws IOException {
    stream.deleteDirectory(name(name));
  }

  /** All names in it. Once only, for that is how a directory is read. */
  List<String> names() throws IOException {
    var names = new ArrayList<String>();
    for (Path entry : stream) names.add(entry.getFileName().toString());
    return names;
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
