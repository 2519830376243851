package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Tells who somebody is by name and password. What was right a moment ago is right at once; all
 * else is looked at one after the other, so that guessers keep one processor busy and not all.
 */
final class Doorkeeper {
  /** How long one waits for one's turn. */
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Accounts accounts;
  private final Proof ofNobody;
  private final Tries tries;
  private final Verified verified;
  private final Semaphore turn = new Semaphore(1, true);

  /**
   * A doorkeeper with a memory of its own.
   *
   * @param ofNobody what a name is compared with that nobody has, so that it takes as long
   */
  Doorkeeper(Accounts accounts, Proof ofNobody, Tries tries, Verified verified) {
    this.accounts = accounts;
    this.ofNobody = ofNobody;
    this.tries = tries;
    this.verified = verified;
  }

  /** The account of that name, as it is now. */
  Optional<Account> find(String user) {
    return accounts.find(user);
  }

  Recognition look(Basic given, InetAddress client) {
    Optional<Account> account = accounts.find(given.user());
    if (knows(given, account)) return new Recognition.Known(account.orElseThrow());
    Optional<Duration> wait = tries.wait(client, given.user());
    if (wait.isPresent()) return new Recognition.TooSoon(wait.get());
    if (!myTurn()) return new Recognition.Busy();
    try {
      return lookAgain(given, account, client);
    } finally {
      turn.release();
    }
  }

  /** Others with the same may have come while we waited: a browser sends six at once. */
  private Recognition lookAgain(Basic given, Optional<Account> account, InetAddress client) {
    if (knows(given, account)) return new Recognition.Known(account.orElseThrow());
    Optional<Duration> wait = tries.wait(client, given.user());
    if (wait.isPresent()) return new Recognition.TooSoon(wait.get());
    if (!matches(given, account)) {
      tries.failed(client, given.user());
      return new Recognition.Wrong();
    }
    tries.succeeded(client, given.user());
    verified.remember(given, account.orElseThrow());
    return new Recognition.Known(account.orElseThrow());
  }

  private boolean knows(Basic given, Optional<Account> account) {
    return account.isPresent() && verified.knows(given, account.get());
  }

  private boolean matches(Basic given, Optional<Account> account) {
    boolean right = account.map(Account::proof).orElse(ofNobody).matches(given.password());
    return right && account.isPresent();
  }

  private boolean myTurn() {
    try {
      return turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
