package dev.tinwire.testkit;

/** The two ends of a scripted connection. */
enum Side {
  SERVER,
  CLIENT;

  /** The side a line of a script starts with. */
  static Side of(String letter) {
    return letter.equals("S") ? SERVER : CLIENT;
  }

  @Override
  public String toString() {
    return this == SERVER ? "the server" : "the client";
  }
}
