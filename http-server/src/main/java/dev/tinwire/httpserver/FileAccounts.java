package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The users of a file, which is looked at again once a second: who is removed is out, and a new
 * password counts, without a restart. A file that cannot be read any more lets nobody in, and is
 * told once.
 */
final class FileAccounts implements Accounts {
  static final Duration FRESH = Duration.ofSeconds(1);

  /** What tells a file from what it was. */
  private record Edition(FileTime modified, long size, @Nullable Object key) {}

  private final PasswordFile file;
  private final boolean write;
  private final LongSupplier nanoTime;
  private final ServerObserver observer;
  private PasswordTable table;
  private @Nullable Edition edition;
  private long looked;

  private FileAccounts(
      PasswordFile file, boolean write, LongSupplier nanoTime, ServerObserver observer)
      throws IOException {
    this.file = file;
    this.write = write;
    this.nanoTime = nanoTime;
    this.observer = observer;
    this.edition = edition();
    this.table = file.read();
    this.looked = nanoTime.getAsLong();
  }

  /**
   * Reads it a first time.
   *
   * @param writes whether those in it may write
   * @throws IOException if it cannot be read or says nothing that makes sense
   */
  static FileAccounts open(
      PasswordFile file, boolean writes, LongSupplier nanoTime, ServerObserver observer)
      throws IOException {
    return new FileAccounts(file, writes, nanoTime, observer);
  }

  @Override
  public synchronized Optional<Account> find(String user) {
    long now = nanoTime.getAsLong();
    if (now - looked >= FRESH.toNanos()) {
      looked = now;
      refresh();
    }
    return table.find(user).map(hash -> new Account(user, hash, write));
  }

  private void refresh() {
    try {
      Edition seen = edition();
      if (seen.equals(edition)) return;
      table = file.read();
      edition = seen;
    } catch (IOException e) {
      if (!table.equals(PasswordTable.EMPTY)) {
        observer.noticed("nobody can log in: " + Objects.requireNonNullElse(e.getMessage(), e));
      }
      table = PasswordTable.EMPTY;
      edition = null;
    }
  }

  private Edition edition() throws IOException {
    var attributes = Files.readAttributes(file.path(), BasicFileAttributes.class);
    return new Edition(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey());
  }
}
