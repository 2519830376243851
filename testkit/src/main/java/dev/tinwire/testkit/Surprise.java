package dev.tinwire.testkit;

import java.io.Serial;

/** What came was not in the script; the message says what came, made readable. */
final class Surprise extends Exception {
  @Serial private static final long serialVersionUID = 1;

  Surprise(String came) {
    super(came);
  }

  String came() {
    return String.valueOf(getMessage());
  }
}
