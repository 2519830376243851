package dev.tinwire.heartbeat;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Where a monitor's control socket is, for both its ends. */
final class ControlPath {
  /** What fits into a sockaddr_un with its final zero, on Linux (unix(7)). */
  private static final int LONGEST = 107;

  private ControlPath() {}

  /**
   * The usual place: a folder of the user's own, and a name that tells monitors apart by their port
   * (XDG Base Directory Specification).
   */
  static Path usual(Map<String, String> environment, int port) {
    String name = "monitor-" + port + ".sock";
    String runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
    if (runtime.startsWith("/")) return Path.of(runtime, "tinwire", name);
    String home = environment.getOrDefault("HOME", "");
    if (home.startsWith("/")) return Path.of(home, ".local", "state", "tinwire", name);
    return Path.of(System.getProperty("user.home", "."), ".tinwire", name);
  }

  /** Refuses what the kernel would refuse in words that tell nobody anything. */
  static void check(Path path) throws WireException {
    int length = path.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    if (length > LONGEST) {
      throw new WireException(
          "the path of the control socket has "
              + length
              + " bytes, the system takes "
              + LONGEST
              + "; give a shorter one with --control");
    }
  }

  /** Makes the folder, for its owner only, if it is not there. */
  static void makeFolder(Path path) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(folder)) return;
    var mode = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    Files.createDirectories(folder, mode);
  }
}
