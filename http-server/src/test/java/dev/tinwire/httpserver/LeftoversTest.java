package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start removes what an earlier run left, and nothing that is in use. */
final class LeftoversTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @TempDir Path around;

  private void file(String name, Duration old) throws Exception {
    Path file = around.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "x");
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(old)));
  }

  @Test
  void whatNobodyNeedsGoes() throws Exception {
    long alive = ProcessHandle.current().parent().orElseThrow().pid();
    Duration hour = Duration.ofHours(1);
    file("site/a/.tinwire-tmp-999999999-0", hour);
    file("site/.tinwire-tmp-" + ProcessHandle.current().pid() + "-1", hour);
    file("site/.tinwire-tmp-" + ProcessHandle.current().pid() + "-2", Duration.ofSeconds(-1));
    file("site/.tinwire-tmp-" + alive + "-3", hour);
    file("site/.tinwire-tmp-" + alive + "-4", Duration.ofDays(2));
    file("site/.tinwire-tmp-999999999-5/inner/x", hour);
    file("site/.tinwire-part-00", hour);
    file("site/.tinwire-part-01", Duration.ofDays(2));
    file("site/.tinwire-other", Duration.ofDays(2));
    file("outside/.tinwire-tmp-999999999-6", hour);
    Files.createSymbolicLink(around.resolve("site/link"), around.resolve("outside"));
    new Leftovers(around.resolve("site").toRealPath(), NOW).remove();
    var site = new Inbox(around.resolve("site"), Receiving.NOTHING, () -> NOW, 0, Friends.NONE);
    assertEquals(
        Set.of(
            ".tinwire-other",
            ".tinwire-part-00",
            ".tinwire-tmp-" + ProcessHandle.current().pid() + "-2",
            ".tinwire-tmp-" + alive + "-3",
            "a",
            "link"),
        Set.copyOf(site.names()));
    assertTrue(Files.exists(around.resolve("outside/.tinwire-tmp-999999999-6")));
  }

  @Test
  void aTemporaryNameSaysWhoseItIs() {
    String name = Passing.temporary(new Random(1));
    assertTrue(Passing.is(name), name);
    assertEquals(ProcessHandle.current().pid(), Passing.process(name).orElseThrow());
    assertTrue(Passing.process(".tinwire-tmp-x-1").isEmpty());
    assertTrue(Passing.process(Passing.partial("a", 1, "")).isEmpty());
  }
}
