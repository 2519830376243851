package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PasswdCommandTest {
  @TempDir Path temp;

  @Test
  void aFileOfUsersIsKept() throws Exception {
    String rows =
        """
        $ tinwire FILE anna
        < s3cret
        < and what follows
        ! anna in FILE is added

        $ tinwire -q FILE bert
        < other

        $ tinwire FILE anna
        < newer
        ! anna in FILE has a new password

        $ tinwire --list FILE
        anna
        bert

        $ tinwire --remove FILE bert
        ! bert in FILE is removed

        $ tinwire --remove FILE bert
        ! tinwire serve passwd: bert in FILE is not there
        = 1

        $ tinwire --list FILE
        anna

        $ tinwire FILE anna
        ! tinwire serve passwd: there is no password; nothing is changed
        = 1

        $ tinwire FILE a:b
        ! tinwire serve passwd: USER: bad user "a:b": a name has no colon and no control character
        ! ...
        = 2

        $ tinwire FILE
        ! tinwire serve passwd: USER is missing
        ! Try: tinwire serve passwd --help
        = 2

        $ tinwire
        ! tinwire serve passwd: F_ILE is missing
        ! Try: tinwire serve passwd --help
        = 2

        $ tinwire --list FILE anna
        ! tinwire serve passwd: --list goes alone
        ! ...
        = 2

        $ tinwire --list NONE
        ! tinwire serve passwd: NONE: no such file or folder
        = 1

        $ tinwire --help
        tinwire serve passwd - keeps a file of users for serve --auth @F_ILE
        ...
        """;
    Path file = temp.resolve("users");
    String filled =
        rows.replace("FILE", file.toString())
            .replace("NONE", temp.resolve("none").toString())
            .replace("F_ILE", "FILE");
    for (var row : ConsoleTranscript.parse(filled)) row.check(passwd(Optional.empty()));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    var table = new PasswordFile(file).read();
    assertTrue(table.find("anna").orElseThrow().matches(Secret.of("newer")));
    try (var left = Files.list(temp)) {
      assertEquals(List.of(file), left.toList());
    }
  }

  @Test
  void aPersonIsAskedTwice() throws Exception {
    var typed = new ArrayDeque<>(List.of("s3cret", "s3cret", "one", "two"));
    var asked = new ArrayDeque<String>();
    Prompt prompt =
        question -> {
          asked.add(question);
          return Optional.ofNullable(typed.poll()).map(String::toCharArray);
        };
    Path file = temp.resolve("users");
    String rows =
        """
        $ tinwire FILE anna
        ! anna in FILE is added

        $ tinwire FILE anna
        ! tinwire serve passwd: these were two passwords; nothing is changed
        = 1

        $ tinwire FILE anna
        ! tinwire serve passwd: nothing was typed; nothing is changed
        = 1
        """;
    for (var row : ConsoleTranscript.parse(rows.replace("FILE", file.toString()))) {
      row.check(passwd(Optional.of(prompt)));
    }
    assertEquals("New password for anna", asked.poll());
    assertEquals("The same again", asked.poll());
    var table = new PasswordFile(file).read();
    assertTrue(table.find("anna").orElseThrow().matches(Secret.of("s3cret")));
  }

  private static Command passwd(Optional<Prompt> prompt) {
    var command = new PasswdCommand(() -> prompt, new Random(1)).command();
    return (words, in, out, err, env) ->
        command.run(List.copyOf(words), new Standard(in, out, err, env, Terminals.NONE));
  }
}
