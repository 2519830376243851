package dev.tinwire.wire.secret;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Writes a file whole or not at all: into a neighbour that only its owner can read, then renamed.
 * Whoever reads meanwhile sees the old file or the new one, and so does a computer that fell.
 */
public final class PrivateReplacement {
  private PrivateReplacement() {}

  /** Replaces it, or the file that a link leads to. */
  public static void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) throw new IOException("no file can be written at " + file);
    Path neighbour = temporary(folder);
    try {
      try (var out = FileChannel.open(neighbour, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) out.write(rest);
        out.force(true);
      }
      Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(neighbour);
    }
  }

  private static Path temporary(Path folder) throws IOException {
    // Mode 600 is what createTempFile gives on POSIX by itself; said here because it matters.
    FileAttribute<?>[] mode = isPosix(folder) ? attributes("rw-------") : attributes("");
    return Files.createTempFile(folder, ".tinwire", ".tmp", mode);
  }

  /** A new file that only its owner can read, for writing. */
  public static OutputStream create(Path file) throws IOException {
    var how = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    FileAttribute<?>[] mode = isPosix(file) ? attributes("rw-------") : attributes("");
    return Channels.newOutputStream(Files.newByteChannel(file, how, mode));
  }

  /** A folder that only its owner can enter; one that is there stays as it is. */
  public static void createFolder(Path folder) throws IOException {
    Files.createDirectories(folder, isPosix(folder) ? attributes("rwx------") : attributes(""));
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private static FileAttribute<?>[] attributes(String mode) {
    if (mode.isEmpty()) return new FileAttribute<?>[0];
    var permissions = PosixFilePermissions.fromString(mode);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }
}
