package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;

/** A file of users and the hashes of their passwords, which its owner alone may read. */
record PasswordFile(Path path) {
  static final int MOST_BYTES = 256 * 1024;

  private static final String PRIVATE = "rw-------";

  /** What stands in it now. */
  PasswordTable read() throws IOException {
    byte[] bytes;
    try (var in = Files.newInputStream(path)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) throw wrong("it is longer than " + MOST_BYTES + " bytes");
    try {
      var decoder = StandardCharsets.UTF_8.newDecoder();
      return PasswordTable.parse(decoder.decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      throw wrong("it is not UTF-8");
    } catch (Malformed fault) {
      throw wrong(String.valueOf(fault.getMessage()));
    }
  }

  /** The same, or nobody where there is no such file yet. */
  PasswordTable readOrEmpty() throws IOException {
    try {
      return read();
    } catch (NoSuchFileException _) {
      return PasswordTable.EMPTY;
    }
  }

  /** Replaces it at once and in whole: who reads meanwhile sees the old one or the new one. */
  void write(PasswordTable table) throws IOException {
    Path target = Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
    Path folder = target.getParent();
    if (folder == null) throw wrong("this is no file");
    Path fresh = Files.createTempFile(folder, ".tinwire", ".new", mode(folder));
    try {
      try (var out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        var bytes = StandardCharsets.UTF_8.encode(table.toString());
        while (bytes.hasRemaining()) out.write(bytes);
        out.force(true);
      }
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /** Whether others on this computer can read it, who could then guess at leisure. */
  boolean shared() throws IOException {
    if (!hasModes(path)) return false;
    var mode = Files.getPosixFilePermissions(path);
    return mode.contains(PosixFilePermission.GROUP_READ)
        || mode.contains(PosixFilePermission.OTHERS_READ);
  }

  private static FileAttribute<?>[] mode(Path folder) {
    if (!hasModes(folder)) return new FileAttribute<?>[0];
    var permissions = PosixFilePermissions.fromString(PRIVATE);
    return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private WireException wrong(String problem) {
    return new WireException(Visible.of(path.toString()) + ": " + problem);
  }
}
