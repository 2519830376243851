package dev.tinwire.wire.command;

/** Something a tool can try on itself, over the loopback; {@code tinwire doctor} runs them all. */
public record SelfCheck(String name, Check check) {
  /** Throws if it fails; the message says what was expected and what came. */
  @FunctionalInterface
  public interface Check {
    void run() throws Exception;
  }
}
