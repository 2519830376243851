package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.BadMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IntakeTest {
  @TempDir Path folder;

  private FileChannel open() throws IOException {
    return FileChannel.open(
        folder.resolve("f"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
  }

  @Test
  void itWritesFromWhereItIsToldAndSaysWhereItEnds() throws Exception {
    byte[] bytes = new byte[200_000];
    new Random(5).nextBytes(bytes);
    var intake = new Intake(new DiskRoom(() -> Long.MAX_VALUE, 0));
    try (FileChannel file = open()) {
      assertEquals(100, intake.take(new ByteArrayInputStream(bytes, 0, 100), file, 0));
      var rest = new ByteArrayInputStream(bytes, 100, bytes.length);
      assertEquals(bytes.length, intake.take(rest, file, 100));
    }
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("f")));
  }

  /** Nobody knows how long a body in chunks is; others fill the disk meanwhile, too. */
  @Test
  void theDiskIsLookedAtWhileMoreAndMoreComes() throws Exception {
    var free = new AtomicLong(100 << 20);
    InputStream endless =
        new InputStream() {
          @Override
          public int read() {
            throw new AssertionError("a byte at a time");
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            free.addAndGet(-length);
            return length;
          }
        };
    var intake = new Intake(new DiskRoom(free::get, 50 << 20));
    try (FileChannel file = open()) {
      var full = assertThrows(BadMessage.class, () -> intake.take(endless, file, 0));
      assertEquals(507, full.status().code());
    }
    assertTrue(Files.size(folder.resolve("f")) <= 64 << 20, "it went on for too long");
  }
}
