package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Output;
import java.io.File;
import java.io.IOException;

/** {@code !command}: lets the system's shell do something in our folder here. */
final class ShellSystem {
  private final ShellPlace place;
  private final Output output;

  ShellSystem(ShellPlace place, Output output) {
    this.place = place;
    this.output = output;
  }

  int run(String command) throws IOException, InterruptedException {
    String[] words =
        File.separatorChar == '\\'
            ? new String[] {"cmd", "/c", command}
            : new String[] {"/bin/sh", "-c", command};
    boolean live = output.outScreen().live();
    var builder = new ProcessBuilder(words).directory(place.local().toFile());
    // At a terminal it may be an editor; elsewhere what it says goes where ours goes.
    if (live) builder.inheritIO();
    else builder.redirectErrorStream(true);
    Process process = builder.start();
    try {
      if (!live) {
        process.getOutputStream().close(); // the rest of a script is ours to read
        process.getInputStream().transferTo(output.out());
      }
      return process.waitFor();
    } finally {
      process.destroy();
    }
  }
}
