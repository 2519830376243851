package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A login without a password, where somebody sits at the terminal. */
class AskedPasswordTest {
  @TempDir Path temp;
  private final List<String> asked = new ArrayList<>();

  private Prompt typing(String... lines) {
    var typed = new ArrayDeque<>(List.of(lines));
    return question -> {
      asked.add(question);
      return Optional.ofNullable(typed.poll()).map(String::toCharArray);
    };
  }

  private void check(Prompt person, String row) throws Exception {
    Path site = Files.createDirectories(temp.resolve("site"));
    for (var each : ConsoleTranscript.parse(row.replace("SITE", site.toString()))) {
      each.check(ServeRows.serve(temp, Terminals.NONE, Optional.of(person)));
    }
  }

  @Test
  void whatIsTypedTwiceIsThePasswordAndIsNotShown() throws Exception {
    check(
        typing("s3cret", "s3cret"),
        """
        $ tinwire -q --port 0 --auth anna SITE
        ~ serving .*
        ! login: anna
        """);
    assertEquals(List.of("Password for anna (Enter makes one up)", "The same again"), asked);
    var wish = new LoginWish.Named("anna", Optional.empty());
    assertEquals(
        new LoginWish.Named("anna", Optional.of("s3cret")),
        new AskedPassword(typing("s3cret", "s3cret")).of(wish));
  }

  @Test
  void whoTypesNothingGetsOneMadeUp() throws Exception {
    check(
        typing(""),
        """
        $ tinwire -q --port 0 --auth anna SITE
        ~ serving .*
        ! ~ login: anna / [a-z2-9]{16}
        """);
    assertEquals(1, asked.size());
  }

  @Test
  void bothLoginsAreAskedForAndNoneThatHasItsPassword() throws Exception {
    check(
        typing("w", "w"),
        """
        $ tinwire -q --port 0 --upload --auth bert:b --auth-write anna SITE
        ~ serving .*
        ! login: bert, anna (to write)
        """);
    assertEquals(List.of("Password for anna (Enter makes one up)", "The same again"), asked);
  }

  @Test
  void twoPasswordsAreNone() throws Exception {
    check(
        typing("one", "two"),
        """
        $ tinwire -q --port 0 --auth anna SITE
        ! tinwire serve: these were two passwords
        = 1
        """);
  }

  @Test
  void whatCouldNotBeSentIsRefused() throws Exception {
    check(
        typing("a\tb", "a\tb"),
        """
        $ tinwire -q --port 0 --auth anna SITE
        ! tinwire serve: a password must have no control characters
        = 1
        """);
  }
}
