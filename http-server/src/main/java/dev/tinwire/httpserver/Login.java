package dev.tinwire.httpserver;

import dev.tinwire.http.Basic;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.secret.Secret;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The one name and password that open a site: {@code --auth USER[:PASS]}. */
record Login(Basic expected, boolean madeUp) {
  /** No 0 and O, no 1 and l: it will be typed on a phone. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  /** 80 bits. */
  private static final int LENGTH = 16;

  /**
   * What a command line says.
   *
   * @param password empty where one is to be made up
   */
  record Wish(String user, Optional<String> password) {
    static Wish parse(String text) throws Malformed {
      int colon = text.indexOf(':');
      String user = colon < 0 ? text : text.substring(0, colon);
      if (user.isEmpty()) throw new Malformed("login", "***", 0, "write USER or USER:PASSWORD");
      Optional<String> password =
          colon < 0 ? Optional.empty() : Optional.of(text.substring(colon + 1));
      if (password.filter(String::isEmpty).isPresent()) {
        throw new Malformed("login", user + ":", colon + 1, "has no password behind the colon");
      }
      try {
        var _ = new Basic(user, Secret.of(password.orElse("")));
        return new Wish(user, password);
      } catch (IllegalArgumentException _) {
        throw new Malformed("login", "***", 0, "must have no control characters");
      }
    }
  }

  static Login of(Wish wish, RandomGenerator random) {
    String password = wish.password().orElseGet(() -> madeUp(random));
    var basic = new Basic(wish.user(), Secret.of(password));
    return new Login(basic, wish.password().isEmpty());
  }

  private static String madeUp(RandomGenerator random) {
    var password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return password.toString();
  }

  /** For the user's eyes: a password that was made up nobody could know otherwise. */
  String shown() {
    String user = Visible.of(expected.user());
    return madeUp ? user + " / " + expected.password().reveal() : user;
  }
}
