package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import java.util.random.RandomGenerator;

/** A name and a password that open a site for as long as this process lives. */
record Login(String user, String password, boolean madeUp) {
  /** No 0 and O, no 1 and l: it will be typed on a phone. */
  private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

  /** 80 bits. */
  private static final int LENGTH = 16;

  static Login of(LoginWish.Named wish, RandomGenerator random) {
    String password = wish.password().orElseGet(() -> madeUp(random));
    return new Login(wish.user(), password, wish.password().isEmpty());
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
    String name = Visible.of(user);
    return madeUp ? name + " / " + password : name;
  }

  @Override
  public String toString() {
    return Visible.of(user) + " / ***";
  }
}
