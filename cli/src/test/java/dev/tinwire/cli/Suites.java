package dev.tinwire.cli;

import dev.tinwire.testkit.Program;
import java.nio.file.Path;
import java.util.List;

/** The whole suite as a process of its own: the launcher, or these very classes. */
final class Suites {
  private Suites() {}

  static Program program() {
    if (System.getProperty("tinwire.root") != null) return Program.launcher();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    return new Program(List.of(java, "-cp", classes, "dev.tinwire.cli.Main"));
  }
}
