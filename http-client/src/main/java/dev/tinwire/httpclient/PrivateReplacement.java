package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Writes a file whole or not at all: into a neighbour that only its owner can read, then renamed.
 */
final class PrivateReplacement {
  private PrivateReplacement() {}

  static void write(Path file, byte[] bytes) throws IOException {
    Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) throw new IOException("no file can be written at " + file);
    Path neighbour = temporary(folder);
    try {
      Files.write(neighbour, bytes);
      Files.move(neighbour, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(neighbour);
    }
  }

  private static Path temporary(Path folder) throws IOException {
    // Mode 600 is what createTempFile gives on POSIX by itself; said here because it matters.
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      return Files.createTempFile(folder, ".tinwire", ".tmp", mode);
    }
    return Files.createTempFile(folder, ".tinwire", ".tmp");
  }
}
