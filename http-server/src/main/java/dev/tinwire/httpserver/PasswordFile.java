package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.PrivateReplacement;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;

/** A file of users and the hashes of their passwords, which its owner alone may read. */
record PasswordFile(Path path) {
  static final int MOST_BYTES = 256 * 1024;

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
    PrivateReplacement.write(path, table.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** Whether others on this computer can read it, who could then guess at leisure. */
  boolean shared() throws IOException {
    if (!hasModes(path)) return false;
    var mode = Files.getPosixFilePermissions(path);
    return mode.contains(PosixFilePermission.GROUP_READ)
        || mode.contains(PosixFilePermission.OTHERS_READ);
  }

  private static boolean hasModes(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }

  private WireException wrong(String problem) {
    return new WireException(Visible.of(path.toString()) + ": " + problem);
  }
}
