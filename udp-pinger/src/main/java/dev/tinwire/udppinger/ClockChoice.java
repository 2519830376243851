package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;

/** Whose stamps count. */
enum ClockChoice {
  /** The kernel's, where the platform has them. */
  KERNEL,
  /** Ours, read directly around the calls. */
  USER;

  static ClockChoice parse(String text) throws Malformed {
    return switch (text) {
      case "kernel" -> KERNEL;
      case "user" -> USER;
      default -> throw new Malformed("clock", text, 0, "write kernel or user");
    };
  }
}
