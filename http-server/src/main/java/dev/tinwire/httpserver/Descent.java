package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;

/**
 * Opens a file in a folder step by step, each step relative to the folder that is already open
 * ({@code openat} with {@code O_NOFOLLOW}). Whatever is renamed, linked or swapped meanwhile, what
 * is opened lies in that folder.
 */
final class Descent {
  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private Descent() {}

  /**
   * An open regular file, the caller's to close.
   *
   * @param key which file of this machine it is
   */
  record Opened(FileChannel channel, String key) {}

  /**
   * Opens {@code root/inside}; empty if that is no regular file, for opening a named pipe waits and
   * opening a device may do anything. (Who can put a pipe in the place of a file between looking
   * and opening can delay one answer; Java has no {@code O_NONBLOCK}.)
   *
   * @param inside a path without links
   */
  static Optional<Opened> open(Path root, Path inside) throws IOException {
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(root)) {
      return stream instanceof SecureDirectoryStream<Path> folder
          ? descend(folder, inside)
          : openAndLookAgain(root, inside);
    }
  }

  private static Optional<Opened> descend(SecureDirectoryStream<Path> folder, Path inside)
      throws IOException {
    Path first = inside.getName(0);
    if (inside.getNameCount() == 1) return last(folder, first);
    try (var next = folder.newDirectoryStream(first, LinkOption.NOFOLLOW_LINKS)) {
      return descend(next, inside.subpath(1, inside.getNameCount()));
    }
  }

  private static Optional<Opened> last(SecureDirectoryStream<Path> folder, Path name)
      throws IOException {
    var view =
        folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    BasicFileAttributes file = view.readAttributes();
    if (!file.isRegularFile()) return Optional.empty();
    return Optional.of(opened(folder.newByteChannel(name, READ), file));
  }

  /**
   * What remains where a system has no such calls: the path must still lead to the same place when
   * the file is open.
   */
  static Optional<Opened> openAndLookAgain(Path root, Path inside) throws IOException {
    Path path = root.resolve(inside);
    var file = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (!file.isRegularFile()) return Optional.empty();
    Opened opened = opened(Files.newByteChannel(path, READ), file);
    if (path.toRealPath().equals(path)) return Optional.of(opened);
    opened.channel().close();
    return Optional.empty();
  }

  /** The channels of the default file system are channels of files. */
  private static Opened opened(SeekableByteChannel channel, BasicFileAttributes file) {
    return new Opened((FileChannel) channel, FileState.key(file.fileKey()));
  }
}
