package dev.tinwire.httpserver;

import java.util.List;
import java.util.Optional;

/** All who are known here, as of now: it may change while the server runs. */
@FunctionalInterface
interface Accounts {
  Optional<Account> find(String user);

  static Accounts of(Account only) {
    return user -> Optional.of(only).filter(account -> account.user().equals(user));
  }

  /** Several, of which the first that knows a name counts. */
  static Accounts all(List<Accounts> several) {
    var all = List.copyOf(several);
    return user -> {
      for (Accounts one : all) {
        Optional<Account> found = one.find(user);
        if (found.isPresent()) return found;
      }
      return Optional.empty();
    };
  }
}
