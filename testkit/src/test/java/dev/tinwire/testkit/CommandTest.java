package dev.tinwire.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class CommandTest {
  /** Shows its arguments, its input and a variable, complains, and exits with 3. */
  private static final Command ECHO =
      (args, in, out, err, env) -> {
        for (String arg : args) out.println(arg);
        out.print(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        err.println("NAME is " + env.get("NAME"));
        return 3;
      };

  private static final Command SHELL =
      new Program(
          List.of(
              "sh", "-c", "printf '%s\\n' \"$@\"; cat; echo \"NAME is $NAME\" >&2; exit 3", "sh"));

  static final List<Command> BOTH = List.of(ECHO, SHELL);

  @ParameterizedTest
  @FieldSource("BOTH")
  void everythingGoesInAndComesOut(Command command) throws Exception {
    Outcome outcome =
        Invocation.of("a", "b c").withInput("grün\n").withEnv("NAME", "anna").on(command);
    outcome.expect(3, "a\nb c\ngrün\n", "NAME is anna\n");
    assertEquals(List.of("a", "b c", "grün"), outcome.lines());
    assertEquals(List.of("NAME is anna"), outcome.errors());
  }

  @Test
  void aDifferenceShowsEverythingAtOnce() throws Exception {
    Outcome outcome = Invocation.of("\u001b[31m", "b c").withEnv("NAME", "x").on(ECHO);
    var error = assertThrows(AssertionError.class, () -> outcome.expect(0, "red\n", ""));
    assertEquals(
        """
        expected
        $ tinwire '\u001b[31m' 'b c'
        red
        = 0
        but came
        $ tinwire '\u001b[31m' 'b c'
        \\x1b[31m
        b c
        ! NAME is x
        = 3
        """,
        error.getMessage());
  }

  @Test
  void aCommandThatThrowsIsAnError() {
    var error =
        assertThrows(
            AssertionError.class,
            () ->
                Invocation.of()
                    .on((_, _, _, _, _) -> {
                      throw new IllegalStateException("a bug");
                    }));
    assertTrue(error.toString().contains("a bug"), error::toString);
  }

  @Test
  void aCommandThatDoesNotEndIsEndedAndShown() throws Exception {
    var interrupted = new CountDownLatch(1);
    Command stuck =
        (_, _, out, _, _) -> {
          out.println("working");
          out.flush();
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            interrupted.countDown();
            throw e;
          }
          return 0;
        };
    var error =
        assertThrows(
            AssertionError.class, () -> Invocation.of().within(Duration.ofMillis(500)).on(stuck));
    assertTrue(error.toString().contains("still running after PT0.5S"), error::toString);
    assertTrue(error.toString().contains("working"), error::toString);
    interrupted.await();
  }

  @Test
  void aProcessThatDoesNotEndIsEnded() throws Exception {
    var forever = new Program(List.of("sh", "-c", "echo pid $$; sleep 600 & echo pid $!; wait"));
    var error =
        assertThrows(
            AssertionError.class, () -> Invocation.of().within(Duration.ofSeconds(1)).on(forever));
    assertTrue(error.toString().contains("still running"), error::toString);
    Matcher pid = Pattern.compile("pid (\\d+)").matcher(error.toString());
    for (int i = 0; i < 2; i++) {
      assertTrue(pid.find(), error::toString);
      var process = ProcessHandle.of(Long.parseLong(pid.group(1)));
      if (process.isPresent()) process.get().onExit().get(10, TimeUnit.SECONDS);
    }
  }
}
