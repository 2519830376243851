package dev.tinwire.httpserver;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that say who may, and what they say: arguments, exit status, stdout, stderr. */
final class ServeAccessTest {
  @TempDir Path temp;

  @Test
  void whoMayIsSaidOrRefused() throws Exception {
    new ServeRows(temp)
        .check(
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
            """);
  }
}
