package dev.tinwire.wire.tls;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The openssl program: what makes the certificates of the tests, and reads ours. */
final class OpenSsl {
  private final Path folder;

  OpenSsl(Path folder) {
    this.folder = folder;
  }

  static void assumeInstalled() {
    assumeTrue(onPath("openssl"), "needs the openssl program");
  }

  static boolean onPath(String program) {
    for (String entry : System.getenv("PATH").split(":", -1)) {
      if (Files.isExecutable(Path.of(entry, program))) return true;
    }
    return false;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path write(String name, String text) throws IOException {
    return Files.writeString(file(name), text);
  }

  /** Runs {@code openssl} with words parted by blanks; what it printed, if it was content. */
  String run(String words) throws IOException, InterruptedException {
    return run("openssl", List.of(words.split(" ", -1)));
  }

  String run(String program, List<String> words) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of(program));
    command.addAll(words);
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor(30, TimeUnit.SECONDS);
    assertEquals(0, process.exitValue(), () -> String.join(" ", command) + "\n" + output);
    return output;
  }
}
