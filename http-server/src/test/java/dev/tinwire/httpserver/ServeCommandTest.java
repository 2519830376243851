package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.terminal.Terminals;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each option of the command: arguments, exit status, stdout, stderr. It ends when it listens. */
final class ServeCommandTest {
  @TempDir Path temp;

  @Test
  void theCommandLineDoesWhatItSays() throws Exception {
    new ServeRows(temp)
        .check(
            """
            $ tinwire --port 0 SITE
            ~ serving SITE at http://localhost:[0-9]+/
            ! ~ 0 requests, 0 B sent in .*

            $ tinwire -q -p 0 SITE/a.txt
            ~ serving SITE/a.txt at http://localhost:[0-9]+/

            $ tinwire --json -q --port 0 SITE
            ~ \\{"serving":"SITE","url":"http://localhost:[0-9]+/"\\}

            $ tinwire -q --port 0 --bind 127.0.0.1 --index home.html --no-listing --hidden --spa SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire -q --port 0 --cors --header 'X-A: b' --log json --max-connections 5 --timeout 2s SITE
            ~ serving .*

            $ tinwire -q --port 0 --host-name Files.example.org --host-name '*' SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire --host-name files.example.org:80 SITE
            ! tinwire serve: --host-name: bad host name "files.example.org:80": write a name without a port
            !     files.example.org:80
            !                      ^
            ! Try: tinwire serve --help
            = 2

            $ tinwire -q --port 0 --live SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire -q --port 0 --https SITE
            ~ serving SITE at https://localhost:[0-9]+/

            $ tinwire
            ! ~ tinwire serve: say which folder to serve; without a terminal .* unless --force says so
            ! Try: tinwire serve --help
            = 2

            $ tinwire SITE/nothing
            ! tinwire serve: SITE/nothing: there is no such file or folder
            ! Try: tinwire serve --help
            = 2

            $ tinwire /
            ! tinwire serve: / is a whole file system; --force publishes it all the same
            ! Try: tinwire serve --help
            = 2

            $ tinwire -q --port 0 --force /
            ~ serving / at http://localhost:[0-9]+/

            $ tinwire TEMP
            ! tinwire serve: TEMP has your whole home folder in it; name a folder inside, or say --force
            ! Try: tinwire serve --help
            = 2

            $ tinwire --port TAKEN SITE
            ! tinwire serve: port TAKEN is taken; choose another, or leave --port out for the next free one
            = 1

            $ tinwire --bind 192.0.2.1 SITE
            ! tinwire serve: this computer has no address 192.0.2.1
            ! Try: tinwire serve --help
            = 2

            $ tinwire --cert SITE/a.txt SITE
            ! tinwire serve: --cert and --key belong together; the other one is missing
            ! Try: tinwire serve --help
            = 2

            $ tinwire --cert SITE/a.txt --key SITE/a.txt SITE
            ! tinwire serve: SITE/a.txt: no certificate in it
            = 1

            $ tinwire --header 'Date: x' SITE
            ! tinwire serve: --header: bad field "Date: x": is what the server says of each answer itself
            !     Date: x
            !     ^
            ! Try: tinwire serve --help
            = 2

            $ tinwire -q --port 0 --cors=http://localhost:3000 --cors SITE
            ~ serving .*

            $ tinwire --cors=localhost:3000 SITE
            ! ~ tinwire serve: --cors: bad origin "localhost:3000": write a site as browsers do: .*
            ! ...
            = 2

            $ tinwire --json --log common SITE
            ! tinwire serve: --json has the log as JSON, and --log wants another; leave one of them out
            ! Try: tinwire serve --help
            = 2

            $ tinwire --log xml SITE
            ! tinwire serve: --log: bad log format "xml": write plain, common, combined or json
            ! ...
            = 2

            $ tinwire --index a/b SITE
            ! ~ tinwire serve: --index: bad file name "a/b": .*
            ! ...
            = 2

            $ tinwire --timeout 0s SITE
            ! ~ tinwire serve: --timeout: bad timeout "0s": is from 100ms to 1d
            ! ...
            = 2

            $ tinwire --help
            tinwire serve - serves a folder over HTTP
            ...
            """);
  }

  @Test
  void onATerminalThereIsABanner() throws Exception {
    var everything = new Terminals(true, true, true);
    var row =
        ConsoleTranscript.parse(
            """
            $ LANG=C.UTF-8 tinwire --port 0 --color never TEMP/home
            tinwire serve   TEMP/home   read-only · listing
            ~   Local     http://localhost:[0-9]+/
              Network   off - only this computer can connect   (--lan to share)
            Ctrl-C stops · --help shows what else there is
            ! |
            ! ~ 0 requests.*
            """
                .replace("TEMP", temp.toRealPath().toString())
                .replace("tinwire --port", "tinwire --force --port"));
    Files.createDirectory(temp.resolve("home"));
    var outcome = row.getFirst().check(ServeRows.serve(temp, everything));
    assertTrue(outcome.stdout().endsWith("there is\n"));
  }
}
