package dev.tinwire.wire.command;

import java.util.Optional;

/** Which version this is: the build writes it into the manifest of its jars. */
public final class Version {
  private Version() {}

  /** {@code tinwire 0.1.0}. */
  public static String line() {
    String version = Version.class.getPackage().getImplementationVersion();
    return "tinwire " + Optional.ofNullable(version).orElse("(from classes, not from a jar)");
  }
}
