package dev.tinwire.wire.secret;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.WireException;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeoutException;

/**
 * Runs a command that prints a secret. What it says on stderr is for the user and passes through;
 * its stdin is empty, since ours may be a mail that is being sent (programs that want to ask open
 * {@code /dev/tty}).
 */
record SecretCommand(String line) {
  private static final int MAX_BYTES = 64 * 1024;

  /** What it printed, if it ended well and in time. */
  byte[] output(Deadline deadline) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder("sh", "-c", line)
            .redirectInput(new File("/dev/null"))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      var printed = new FutureTask<>(() -> drain(process.getInputStream()));
      Thread.ofVirtual().start(printed);
      byte[] bytes = printed.get(NANOSECONDS.convert(deadline.remaining()), NANOSECONDS);
      if (!process.waitFor(deadline.remaining())) throw new TimeoutException();
      if (process.exitValue() != 0) {
        throw new WireException("it failed with exit status " + process.exitValue());
      }
      return bytes;
    } catch (TimeoutException _) {
      throw deadline.timedOut("waiting for the command that prints the secret");
    } catch (ExecutionException e) {
      throw new WireException("its output cannot be read", e);
    } finally {
      // Also when we are interrupted; the shell's children first, or they would be orphans.
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Reads to the end, so that the command does not die of a full or broken pipe. */
  private static byte[] drain(InputStream in) throws IOException {
    try (in) {
      byte[] kept = in.readNBytes(MAX_BYTES);
      in.transferTo(OutputStream.nullOutputStream());
      return kept;
    }
  }
}
