package dev.tinwire.httpclient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jline.reader.impl.history.DefaultHistory;

/** Lines of earlier sessions, without those in which a password may stand. */
final class ShellHistory extends DefaultHistory {
  /** {@code open http://anna:secret@host/} */
  private static boolean secret(String line) {
    return line.contains("://") && line.contains("@");
  }

  @Override
  public void add(Instant time, String line) {
    if (!secret(line)) super.add(time, line);
  }

  /**
   * Where they are kept (XDG Base Directory): a file that nobody else may read. Empty where none
   * can be made; then they last as long as the session.
   */
  static Optional<Path> file(Map<String, String> environment) {
    String home = environment.getOrDefault("HOME", "");
    String state = environment.getOrDefault("XDG_STATE_HOME", "");
    if (!state.startsWith("/") && !home.startsWith("/")) return Optional.empty();
    Path folder = state.startsWith("/") ? Path.of(state) : Path.of(home, ".local", "state");
    Path file = folder.resolve("tinwire").resolve("shell_history");
    try {
      Files.createDirectories(file.getParent());
      if (!Files.exists(file)) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      }
      return Optional.of(file);
    } catch (IOException | UnsupportedOperationException _) {
      return Optional.empty();
    }
  }
}
