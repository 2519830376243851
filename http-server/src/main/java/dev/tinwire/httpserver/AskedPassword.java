package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import java.util.Optional;

/**
 * The password of a login that was named without one, typed by who starts the server; nothing typed
 * means that one is to be made up.
 */
record AskedPassword(Prompt person) {
  LoginWish of(LoginWish wish) throws WireException {
    return switch (wish) {
      case LoginWish.Named(var user, var password) when password.isEmpty() ->
          new LoginWish.Named(user, typed(user));
      case LoginWish.Named given -> given;
      case LoginWish.InFile file -> file;
    };
  }

  private Optional<String> typed(String user) throws WireException {
    String shown = Visible.of(user);
    Optional<String> first = ask("Password for " + shown + " (Enter makes one up)");
    if (first.isEmpty()) return first;
    if (!ask("The same again").equals(first)) throw new WireException("these were two passwords");
    try {
      var _ = new Basic(user, Secret.of(first.get())); // What could not be sent opens nothing.
      return first;
    } catch (IllegalArgumentException _) {
      throw new WireException("a password must have no control characters");
    }
  }

  private Optional<String> ask(String question) {
    return person.ask(question).map(String::valueOf).filter(typed -> !typed.isEmpty());
  }
}
