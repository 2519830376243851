package dev.tinwire.wire.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.TimedOut;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretReaderTest {
  private static final Map<String, String> ENVIRONMENT = Map.of("PW", "hunter2", "EMPTY", "");

  @TempDir Path folder;
  private final List<String> warnings = new ArrayList<>();

  private SecretReader reader(Optional<Prompt> prompt) {
    return new SecretReader(prompt, ENVIRONMENT::get, warnings::add);
  }

  private String read(SecretSource source) throws Exception {
    try (Secret secret = reader(Optional.empty()).read(source, Deadline.never())) {
      return secret.reveal();
    }
  }

  private String refusal(SecretSource source) {
    return String.valueOf(assertThrows(NoSecret.class, () -> read(source)).getMessage());
  }

  private Path file(String content, String mode) throws Exception {
    Path file = folder.resolve("secret");
    Files.writeString(file, content, StandardCharsets.ISO_8859_1);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  @Test
  void aPersonIsAskedAndTheTypedCharactersAreWiped() throws Exception {
    char[] typed = "pä😀".toCharArray();
    var asked = new ArrayList<String>();
    Prompt prompt =
        question -> {
          asked.add(question);
          return Optional.of(typed);
        };
    var source = new SecretSource.Typed("Password for ann");
    try (Secret secret = reader(Optional.of(prompt)).read(source, Deadline.never())) {
      assertEquals("pä😀", secret.reveal());
    }
    assertEquals(List.of("Password for ann"), asked);
    assertEquals("\0\0\0\0", new String(typed));
  }

  @Test
  void withoutATerminalOrAnAnswerThereIsAdvice() {
    var source = new SecretSource.Typed("Password");
    assertEquals(
        "no secret from the terminal: nobody can be asked here;"
            + " name a file, a variable or a command that has it",
        refusal(source));
    var silent = reader(Optional.of(_ -> Optional.empty()));
    var refused = assertThrows(NoSecret.class, () -> silent.read(source, Deadline.never()));
    assertEquals("no secret from the terminal: nothing was typed", refused.getMessage());
  }

  @Test
  void aVariableIsRead() throws Exception {
    assertEquals("hunter2", read(new SecretSource.Variable("PW")));
    assertEquals(
        "no secret from environment variable EMPTY: it is empty",
        refusal(new SecretSource.Variable("EMPTY")));
    assertEquals(
        "no secret from environment variable NONE: it is not set",
        refusal(new SecretSource.Variable("NONE")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"hunter2", "hunter2\n", "hunter2\r\n", "hunter2\nurl: x\n\u00ff"})
  void theFirstLineOfAFileIsTheSecret(String content) throws Exception {
    assertEquals("hunter2", read(new SecretSource.InFile(file(content, "rw-------"))));
    assertEquals(List.of(), warnings);
  }

  @ParameterizedTest
  @CsvSource({"rw-------, 0", "rwx-wx-wx, 0", "rw-r-----, 1", "rw----r--, 1"})
  void aFileThatOthersCanReadIsWarnedAbout(String mode, int count) throws Exception {
    Path file = file("hunter2", mode);
    assertEquals("hunter2", read(new SecretSource.InFile(file)));
    assertEquals(count, warnings.size());
    for (String warning : warnings) {
      assertEquals(
          "others on this computer can read %s (%s); chmod 600 makes it private"
              .formatted(file, mode),
          warning);
    }
  }

  @Test
  void aFileThatGivesNoSecretIsNamed() throws Exception {
    Path none = folder.resolve("none\u001b");
    assertEquals(
        "no secret from file " + folder + "/none\\x1b: there is no such file",
        refusal(new SecretSource.InFile(none)));
    Path file = file("\n", "rw-------");
    String name = "no secret from file " + file + ": ";
    assertEquals(name + "it is empty", refusal(new SecretSource.InFile(file)));
    file("\u00e9hunter2", "rw-------");
    assertEquals(name + "it is not UTF-8", refusal(new SecretSource.InFile(file)));
    file("x".repeat(PrivateFile.MAX_BYTES + 1), "rw-------");
    assertEquals(name + "it is longer than 262144 bytes", refusal(new SecretSource.InFile(file)));
    assertTrue(refusal(new SecretSource.InFile(folder)).contains("it cannot be read: "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "echo hunter2",
        "printf hunter2",
        "printf 'hunter2\\nmore\\n' | cat",
        "echo hunter2; cat", // its stdin is empty: cat ends
        "echo hunter2; head -c 200000 /dev/zero" // more than a pipe or our buffer holds
      })
  void theFirstLineACommandPrintsIsTheSecret(String command) throws Exception {
    assertEquals("hunter2", read(new SecretSource.Printed(command)));
  }

  @Test
  void aCommandThatGivesNoSecretIsNamed() {
    assertEquals(
        "no secret from command \"echo hunter2; exit 3\": it failed with exit status 3",
        refusal(new SecretSource.Printed("echo hunter2; exit 3")));
    assertEquals(
        "no secret from command \"true\": it is empty", refusal(new SecretSource.Printed("true")));
  }

  @Test
  void aCommandThatTakesTooLongIsAnError() {
    var source = new SecretSource.Printed("echo hunter2; exec sleep 60");
    Deadline soon = Deadline.in(Duration.ofMillis(50));
    var late = assertThrows(TimedOut.class, () -> reader(Optional.empty()).read(source, soon));
    assertEquals(
        "timed out after 50ms while waiting for the command that prints the secret",
        late.getMessage());
  }

  @Test
  void whenWeAreInterruptedTheCommandEndsWithItsChildren() throws Exception {
    Path pids = folder.resolve("pids");
    assertEquals(0, new ProcessBuilder("mkfifo", pids.toString()).start().waitFor());
    var source = new SecretSource.Printed("sleep 60 & echo $! $$ > " + pids + "; wait");
    var outcome = new CompletableFuture<Throwable>();
    Thread reading =
        Thread.startVirtualThread(() ->
            outcome.complete(
                assertThrows(
                    InterruptedException.class,
                    () -> reader(Optional.empty()).read(source, Deadline.never()))));
    List<ProcessHandle> running =
        Stream.of(Files.readString(pids).strip().split(" ", -1)) // the pipe ends when both run
            .map(pid -> ProcessHandle.of(Long.parseLong(pid)).orElseThrow())
            .toList();
    assertEquals(2, running.size());
    reading.interrupt();
    outcome.get(10, TimeUnit.SECONDS);
    for (ProcessHandle process : running) process.onExit().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aNetrcGivesThePasswordOfAHost() throws Exception {
    Path file = file("machine mx.example login ann password hunter2\nmachine b", "rw-r--r--");
    assertEquals("hunter2", read(netrc(file, "mx.example", Optional.of("ann"))));
    assertEquals(1, warnings.size());
    String name = "no secret from file " + file + ": it has no password for ";
    assertEquals(
        name + "bob at mx.example", refusal(netrc(file, "mx.example", Optional.of("bob"))));
    assertEquals(name + "b", refusal(netrc(file, "b", Optional.empty())));
    file("machine a\nnonsense hunter2", "rw-------");
    String bad = refusal(netrc(file, "a", Optional.empty()));
    assertTrue(bad.startsWith("no secret from file " + file + ": line 2: expected"), bad);
    assertFalse(bad.contains("hunter2") || bad.contains("nonsense"), bad);
  }

  private static SecretSource netrc(Path file, String host, Optional<String> user) {
    return new SecretSource.InNetrc(file, host, user);
  }

  @Test
  void theUsualNetrcIsInTheHomeUnlessNamed() {
    Path home = Path.of(System.getProperty("user.home"));
    assertEquals(home.resolve(".netrc"), reader(Optional.empty()).usualNetrc());
    var named = new SecretReader(Optional.empty(), Map.of("NETRC", "/n")::get, warnings::add);
    assertEquals(Path.of("/n"), named.usualNetrc());
  }
}
