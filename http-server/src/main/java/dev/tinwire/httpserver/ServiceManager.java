package dev.tinwire.httpserver;

import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * What systemd, or whatever speaks as it does, gives a service by its environment: a socket that
 * listens already (sd_listen_fds(3)), and a place to say that one is ready (sd_notify(3)). Pure but
 * for what it sends.
 */
record ServiceManager(Map<String, String> environment, long pid) {
  /** SD_LISTEN_FDS_START */
  static final int FIRST = 3;

  /** Longer ones do not fit into {@code sockaddr_un} (unix(7)). */
  private static final int MOST_PATH = 107;

  static ServiceManager of(Map<String, String> environment) {
    return new ServiceManager(environment, ProcessHandle.current().pid());
  }

  /**
   * Whether a socket is there for us: a parent may have got one for itself and passed its
   * environment on.
   */
  boolean socketGiven() throws UsageError {
    if (!Long.toString(pid).equals(environment.get("LISTEN_PID"))) return false;
    String count = environment.getOrDefault("LISTEN_FDS", "");
    return switch (count) {
      case "", "0" -> false;
      case "1" -> true;
      default ->
          throw new UsageError(
              "the service manager gives "
                  + count
                  + " sockets, and one is what can be served; give each a service of its own");
    };
  }

  /** Says that all is ready, to who waits for it. */
  void ready() throws IOException {
    say("READY=1\n");
  }

  void stopping() throws IOException {
    say("STOPPING=1\n");
  }

  private void say(String state) throws IOException {
    Optional<byte[]> address = address(environment.getOrDefault("NOTIFY_SOCKET", ""));
    if (address.isEmpty()) return;
    Libc.sendToUnixSocket(address.get(), state.getBytes(StandardCharsets.US_ASCII));
  }

  /** A path, which ends with a NUL; or with an at sign for a NUL a name that is in no folder. */
  static Optional<byte[]> address(String name) {
    boolean abstracted = name.startsWith("@");
    if (!abstracted && !name.startsWith("/")) return Optional.empty();
    byte[] bytes = (name + (abstracted ? "" : "\0")).getBytes(StandardCharsets.UTF_8);
    if (bytes.length > MOST_PATH + 1) return Optional.empty();
    if (abstracted) bytes[0] = 0;
    return Optional.of(bytes);
  }
}
