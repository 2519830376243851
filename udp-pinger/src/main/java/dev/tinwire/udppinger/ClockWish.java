package dev.tinwire.udppinger;

import dev.tinwire.wire.Malformed;

/** Who says when a packet left and came: the kernel, or we, around our calls. */
enum ClockWish {
  /** The kernel where it can be asked, else we. */
  AUTO,
  KERNEL,
  USER;

  static ClockWish parse(String text) throws Malformed {
    return switch (text) {
      case "auto" -> AUTO;
      case "kernel" -> KERNEL;
      case "user" -> USER;
      default -> throw new Malformed("clock", text, 0, "write auto, kernel or user");
    };
  }
}
