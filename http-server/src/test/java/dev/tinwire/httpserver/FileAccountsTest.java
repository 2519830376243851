package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file of users that changes while the server runs. */
class FileAccountsTest {
  @TempDir Path temp;

  private final FakeClock clock = new FakeClock();
  private final List<String> notices = new ArrayList<>();

  private PasswordFile file() {
    return new PasswordFile(temp.resolve("users"));
  }

  private void write(String... users) throws IOException {
    var table = PasswordTable.EMPTY;
    for (String user : users) {
      table = table.with(user, PasswordHash.of(Secret.of("p"), 1000, new Random(1)));
    }
    file().write(table);
  }

  private FileAccounts open() throws IOException {
    var observer =
        new ServerObserver() {
          @Override
          public void noticed(String sentence) {
            notices.add(sentence);
          }
        };
    return FileAccounts.open(file(), true, clock::nanoTime, observer);
  }

  @Test
  void aChangeCountsWithinASecond() throws IOException {
    write("anna");
    var accounts = open();
    assertTrue(accounts.find("anna").isPresent());
    write("bert", "carl");
    assertTrue(accounts.find("bert").isEmpty());
    clock.advance(FileAccounts.FRESH);
    assertTrue(accounts.find("bert").isPresent());
    assertTrue(accounts.find("anna").isEmpty());
  }

  @Test
  void aFileThatIsGoneLetsNobodyInAndIsToldOnce() throws IOException {
    write("anna");
    var accounts = open();
    Files.delete(file().path());
    for (int i = 0; i < 3; i++) {
      clock.advance(FileAccounts.FRESH);
      assertTrue(accounts.find("anna").isEmpty());
    }
    assertEquals(1, notices.size(), notices::toString);
    write("anna");
    clock.advance(FileAccounts.FRESH);
    assertTrue(accounts.find("anna").isPresent());
  }
}
