package dev.tinwire.httpserver;

import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;

/**
 * What browsers have got for a password: 192 random bits each, known to nobody else and gone with
 * the process. A ticket ends after some time, at a logout, and with the password it was got for.
 */
final class Tickets {
  static final Duration VALID = Duration.ofHours(12);

  /** More than that push the oldest out. */
  static final int MOST = 10_000;

  private static final int BYTES = 24;

  private record Ticket(String user, String version, long since) {}

  private final RandomGenerator random;
  private final LongSupplier nanoTime;
  private final Map<String, Ticket> tickets = new LinkedHashMap<>();

  /** A table of tickets; {@code random} must be one that nobody can foresee. */
  Tickets(RandomGenerator random, LongSupplier nanoTime) {
    this.random = random;
    this.nanoTime = nanoTime;
  }

  synchronized String issue(Account account) {
    byte[] bits = new byte[BYTES];
    random.nextBytes(bits);
    String token = Base64.getUrlEncoder().encodeToString(bits);
    tickets.put(token, new Ticket(account.user(), account.proof().version(), nanoTime.getAsLong()));
    if (tickets.size() > MOST) tickets.remove(tickets.keySet().iterator().next());
    return token;
  }

  /**
   * Whose the first good one of these is.
   *
   * @param accounts who that is now; a removed user or another password ends a ticket
   */
  synchronized Optional<Account> holder(
      List<String> tokens, Function<String, Optional<Account>> accounts) {
    for (String token : tokens) {
      Ticket ticket = tickets.get(token);
      if (ticket == null) continue;
      boolean current = nanoTime.getAsLong() - ticket.since() < VALID.toNanos();
      Optional<Account> account =
          accounts.apply(ticket.user()).filter(a -> a.proof().version().equals(ticket.version()));
      if (current && account.isPresent()) return account;
      tickets.remove(token);
    }
    return Optional.empty();
  }

  synchronized void end(List<String> tokens) {
    tokens.forEach(tickets::remove);
  }
}
