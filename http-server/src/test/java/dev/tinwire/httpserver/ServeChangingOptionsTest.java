package dev.tinwire.httpserver;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The options that let visitors change something: arguments, exit status, stdout, stderr. */
final class ServeChangingOptionsTest {
  @TempDir Path temp;

  @Test
  void whatMayBeChangedIsSaidOrRefused() throws Exception {
    new ServeRows(temp)
        .check(
            """
            $ tinwire -q --port 0 --upload SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire -q --port 0 --upload=in --max-upload 10M --keep-free 1G SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire -q --port 0 --write SITE
            ~ serving SITE at http://localhost:[0-9]+/

            $ tinwire --upload=nowhere SITE
            ! tinwire serve: --upload: there is no folder nowhere in SITE; make it first
            ! Try: tinwire serve --help
            = 2

            $ tinwire --upload=.. SITE
            ! tinwire serve: --upload: there is no folder .. in SITE; make it first
            ! Try: tinwire serve --help
            = 2

            $ tinwire --upload=.git SITE
            ! tinwire serve: --upload: a hidden folder cannot be sent to
            ! Try: tinwire serve --help
            = 2

            $ tinwire --write SITE/a.txt
            ! tinwire serve: --write needs a folder; PATH is a file
            ! Try: tinwire serve --help
            = 2

            $ tinwire --max-upload 64G SITE
            ! tinwire serve: --max-upload limits what --upload and --write let in; add one of them
            ! Try: tinwire serve --help
            = 2

            $ tinwire --keep-free 1G SITE
            ! tinwire serve: --keep-free limits what --upload and --write let in; add one of them
            ! Try: tinwire serve --help
            = 2

            $ tinwire --index index.html SITE/a.txt
            ! tinwire serve: --index needs a folder; PATH is a file
            ! Try: tinwire serve --help
            = 2

            $ tinwire --no-listing SITE/a.txt
            ! tinwire serve: --no-listing needs a folder; PATH is a file
            ! Try: tinwire serve --help
            = 2

            $ tinwire --hidden SITE/a.txt
            ! tinwire serve: --hidden needs a folder; PATH is a file
            ! Try: tinwire serve --help
            = 2

            $ tinwire --spa SITE/a.txt
            ! tinwire serve: --spa needs a folder; PATH is a file
            ! Try: tinwire serve --help
            = 2

            $ tinwire --upload --max-upload much SITE
            ! ~ tinwire serve: --max-upload: bad size "much": .*
            ! ...
            = 2
            """);
  }
}
