package dev.tinwire.wire.secret;

import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** A file with secrets in it, which nobody but its owner should be able to read. */
final class PrivateFile {
  static final int MAX_BYTES = 256 * 1024;

  private static final Set<PosixFilePermission> SHARED =
      EnumSet.of(PosixFilePermission.GROUP_READ, PosixFilePermission.OTHERS_READ);

  private PrivateFile() {}

  /** All of it; a warning if it is not private, an exception if it is too long. */
  static byte[] read(Path file, Consumer<String> warnings) throws IOException {
    warnIfShared(file, warnings);
    try (var in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) throw new TooLong("it", MAX_BYTES);
      return bytes;
    }
  }

  private static void warnIfShared(Path file, Consumer<String> warnings) throws IOException {
    // Pipes and terminals have mode bits too, but those say nothing about what runs through them.
    if (!Files.isRegularFile(file) || !hasModeBits(file)) return;
    Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
    if (mode.stream().noneMatch(SHARED::contains)) return;
    String name = Visible.of(file.toString());
    warnings.accept(
        "others on this computer can read %s (%s); chmod 600 makes it private"
            .formatted(name, PosixFilePermissions.toString(mode)));
  }

  private static boolean hasModeBits(Path file) {
    return file.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
