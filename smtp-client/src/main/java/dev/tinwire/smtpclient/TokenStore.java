package dev.tinwire.smtpclient;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.PrivateReplacement;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where logins are kept: a file for each in a folder of the user's, which nobody else can read.
 *
 * @param folder made when the first is kept
 */
record TokenStore(Path folder) {
  private static final int MOST_BYTES = 256 * 1024;
  private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

  /** Something that reads and writes here. */
  @FunctionalInterface
  interface Change<T> {
    T make() throws IOException, InterruptedException;
  }

  /**
   * The file of a login.
   *
   * @param user empty for the one that is used when nobody is named
   */
  Path file(String provider, Optional<String> user) {
    String name = provider + user.map(u -> "-" + PercentEncoding.pathSegment(u)).orElse("");
    return folder.resolve(name + ".json");
  }

  Optional<StoredLogin> read(Path file) throws IOException {
    if (!Files.exists(file)) return Optional.empty();
    byte[] bytes;
    try (var in = Files.newInputStream(file)) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) throw new TooLong("the stored login", MOST_BYTES);
    try {
      return Optional.of(StoredLogin.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (Malformed _) { // its message would show what is in it
      throw new WireException(
          Visible.of(file.toString())
              + " is no login that was kept here; remove it and log in again");
    }
  }

  /** One process at a time, and one thread of it: a refresh token may be good only once. */
  <T> T locked(Change<T> change) throws IOException, InterruptedException {
    PrivateReplacement.createFolder(folder);
    Path lockFile = folder.resolve(".lock");
    THIS_PROCESS.lockInterruptibly();
    try (var file =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        var lock = file.lock()) {
      assert lock.isValid();
      return change.make();
    } finally {
      THIS_PROCESS.unlock();
    }
  }

  void write(Path file, StoredLogin login) throws IOException {
    PrivateReplacement.write(file, login.print().getBytes(StandardCharsets.UTF_8));
  }
}
