package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.secret.Secret;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Who may come, as a command line says it: {@code USER[:PASS]} or {@code @FILE}. */
sealed interface LoginWish {
  String WHAT = "login";

  /**
   * One name.
   *
   * @param password empty where one is to be made up
   */
  record Named(String user, Optional<String> password) implements LoginWish {}

  /** All whom a file names. */
  record InFile(Path path) implements LoginWish {}

  static LoginWish parse(String text) throws Malformed {
    return text.startsWith("@") ? inFile(text) : named(text);
  }

  private static LoginWish inFile(String text) throws Malformed {
    if (text.length() == 1) throw new Malformed(WHAT, text, 1, "write @FILE");
    try {
      return new InFile(Path.of(text.substring(1)));
    } catch (InvalidPathException e) {
      throw new Malformed(WHAT, text, 1 + Math.max(0, e.getIndex()), e.getReason());
    }
  }

  private static LoginWish named(String text) throws Malformed {
    int colon = text.indexOf(':');
    String user = colon < 0 ? text : text.substring(0, colon);
    if (user.isEmpty()) throw new Malformed(WHAT, "***", 0, "write USER, USER:PASSWORD or @FILE");
    Optional<String> password =
        colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
    if (password.filter(String::isEmpty).isPresent()) {
      throw new Malformed(WHAT, user + ":", colon + 1, "has no password behind the colon");
    }
    try {
      var _ = new Basic(user, Secret.of(password.orElse("")));
      return new Named(user, password);
    } catch (IllegalArgumentException _) {
      throw new Malformed(WHAT, "***", 0, "must have no control characters");
    }
  }
}
