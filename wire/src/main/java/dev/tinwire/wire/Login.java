package dev.tinwire.wire;

/** User and password for a proxy. The password is never printed. */
public record Login(String user, String password) {
  @Override
  public String toString() {
    return user + ":***";
  }
}
