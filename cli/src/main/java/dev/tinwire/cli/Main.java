package dev.tinwire.cli;

import dev.tinwire.wire.command.Standard;
import java.util.List;

/** Starts the suite. */
public final class Main {
  private Main() {}

  public static void main(String[] words) {
    System.exit(new Suite(Tools.all()).run(List.of(words), Standard.ofProcess()));
  }
}
