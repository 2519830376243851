package dev.tinwire.httpserver;

import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options about who may, and what is told to whom: as {@link ServeCommandTest}. */
final class ServeAccessTest {
  @TempDir Path temp;

  @Test
  void theCommandLineDoesWhatItSays() throws Exception {
    Path site = Files.createDirectory(temp.resolve("site")).toRealPath();
    Files.writeString(site.resolve("a.txt"), "a");
    Path home = temp.toRealPath().resolve("home");
    String rows =
        """
        $ tinwire -q --port 0 --auth anna SITE
        ~ serving .*
        ! ~ login: anna / [a-z2-9]{16}

        $ tinwire -q --port 0 --auth anna:secret SITE
        ~ serving .*
        ! login: anna

        $ tinwire -q --port 0 --upload --auth-write anna SITE
        ~ serving .*
        ! ~ login: anna / [a-z2-9]{16} \\(to write\\)

        $ tinwire -q --port 0 --write --auth bert:b --auth-write anna:a SITE
        ~ serving .*
        ! login: bert, anna (to write)

        $ tinwire --auth anna:b --auth-write anna:a SITE
        ! tinwire serve: --auth-write names the same user as --auth; give the writer another
        ! Try: tinwire serve --help
        = 2

        $ tinwire --auth-write anna SITE
        ! tinwire serve: --auth-write guards what --upload and --write open; add one of them
        ! Try: tinwire serve --help
        = 2

        $ tinwire -q --port 0 --auth @USERS SITE
        ~ serving .*
        ! login: the users in USERS

        $ tinwire --auth @SITE/users SITE
        ! tinwire serve: SITE/users lies in what is served; keep passwords somewhere else
        ! Try: tinwire serve --help
        = 2

        $ tinwire --auth @SITE/a.txt SITE
        ! tinwire serve: SITE/a.txt: bad line "a": expected USER:HASH
        = 1

        $ tinwire --auth @SITE/none SITE
        ! tinwire serve: SITE/none: no such file or folder
        = 1

        $ tinwire --auth @SITE/empty SITE
        ! tinwire serve: nobody stands in SITE/empty; "tinwire serve passwd SITE/empty USER" adds one
        = 1

        $ tinwire --auth @ SITE
        ! tinwire serve: --auth: bad login "@": write @FILE
        ! ...
        = 2

        $ tinwire -q --port 0 --health --metrics --public-probes SITE
        ~ serving .*

        $ tinwire --public-probes SITE
        ! tinwire serve: --public-probes opens what --health and --metrics tell; add one
        ! Try: tinwire serve --help
        = 2

        $ tinwire --auth anna: SITE
        ! ~ tinwire serve: --auth: bad login "anna:": has no password behind the colon
        ! ...
        = 2
        """;
    var users =
        PasswordTable.EMPTY.with("anna", PasswordHash.of(Secret.of("p"), 1000, new Random(1)));
    new PasswordFile(temp.resolve("users")).write(users);
    new PasswordFile(site.resolve("users")).write(users);
    Files.createFile(site.resolve("empty"));
    String filled =
        rows.replace("SITE", site.toString())
            .replace("USERS", temp.toRealPath().resolve("users").toString());
    for (var row : ConsoleTranscript.parse(filled)) {
      row.check(ServeCommandTest.serve(home, () -> {}, Terminals.NONE));
    }
  }
}
