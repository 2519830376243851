package dev.tinwire.httpclient;

import static dev.tinwire.httpclient.ShellScript.ROOT;
import static dev.tinwire.httpclient.ShellScript.answer;
import static dev.tinwire.httpclient.ShellScript.asked;
import static dev.tinwire.httpclient.ShellScript.done;
import static dev.tinwire.httpclient.ShellScript.file;
import static dev.tinwire.httpclient.ShellScript.listing;
import static dev.tinwire.httpclient.ShellScript.server;
import static dev.tinwire.httpclient.ShellScript.shell;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Transcript;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A session with a scripted server: what is said, what goes over the wire, what is shown. */
final class ShellTest {
  @TempDir Path temp;

  @Test
  void whatIsThereIsListedSafely() throws Exception {
    try (var server = server(listing("/", ROOT), listing("/in/", "[]"), listing("/", ROOT))) {
      String all = "in/\na b.txt\nc.jpg\nd.jpg\ne\\x1b[2J.jpg\n";
      // A name that leads out of the folder is listed and never matched.
      shell(temp, server, "ls\nls in\nls *.txt\n")
          .on(Lines.piped("shell"))
          .expect(0, all + "a b.txt\n", "");
    }
  }

  @Test
  void factsAreShownWhereWanted() throws Exception {
    try (var server = server(listing("/", ROOT))) {
      String expected = "name     size  changed (UTC)\na b.txt   3 B\n";
      shell(temp, server, "ls -l *.txt").on(Lines.piped("shell")).expect(0, expected, "");
    }
  }

  @Test
  void foldersAreEnteredWhereTheyAreThere() throws Exception {
    String none = asked("GET /no/") + answer("404 Not Found", "text/plain", "no");
    try (var server =
        server(
            listing("/a%20b/", "[]"),
            listing("/a%20b/c/", "[]"),
            none,
            listing("/a%20b/", "[]"),
            listing("/", "[]"))) {
      String url = "http://" + server.endpoint() + "/";
      shell(temp, server, "cd 'a b'\ncd c; pwd\ncd /no\npwd; cd -; pwd\ncd; pwd")
          .on(Lines.piped("shell"))
          .expect(
              4,
              url + "a%20b/c/\n" + url + "a%20b/c/\n" + url + "a%20b/\n" + url + "\n",
              "cd: " + url + "no/: 404 Not Found\n");
    }
  }

  @Test
  void thingsAreMadeMovedAndDeleted() throws Exception {
    try (var server =
        server(
            done("MKCOL /n%3F", "201 Created"),
            "C: MOVE /a HTTP/1.1\nC*:\n" + answer("201 Created", "text/plain", ""),
            listing("/", ROOT),
            done("DELETE /c.jpg", "204 No Content"),
            done("DELETE /e", "403 Forbidden"),
            done("DELETE /z", "204 No Content"))) {
      String url = "http://" + server.endpoint() + "/";
      shell(temp, server, "mkdir n?\nmv a in/\nrm *.jpg z")
          .on(Lines.piped("shell"))
          .expect(
              4,
              "201 Created  MKCOL "
                  + url
                  + "n%3F\n"
                  + "201 Created  MOVE "
                  + url
                  + "a\n"
                  + "204 No Content  DELETE "
                  + url
                  + "c.jpg\n"
                  + "204 No Content  DELETE "
                  + url
                  + "z\n",
              "rm: " + url + "e: 403 Forbidden\n");
      var heard = server.heard().lines();
      assertTrue(heard.contains("Destination: " + url + "in/a"), heard::toString);
      assertTrue(heard.contains("Overwrite: F"), heard::toString);
    }
  }

  @Test
  void filesAreShown() throws Exception {
    try (var server = server(file("/a", "\\x1b[2J"))) {
      shell(temp, server, "cat a").on(Lines.piped("shell")).expect(0, "\u001b[2J", "");
    }
    try (var server = server(file("/a", "\\x1b[2J"))) {
      Lines.of("-c", "cat a", "--color", "never", server.endpoint())
          .on(Lines.atTerminal("shell"))
          .expect(0, "\\x1b[2J\n", "");
    }
  }

  @Test
  void byeEndsItAndOptionsGiveTheCommands() throws Exception {
    try (var server = server()) {
      Lines.of("-c", "pwd; bye; nonsense", server.endpoint())
          .on(Lines.piped("shell"))
          .expect(0, "http://" + server.endpoint() + "/\n", "");
    }
  }

  @Test
  void whoIsNotThereIsSaidAtOnce() throws Exception {
    String none = asked("GET /no/") + answer("404 Not Found", "text/plain", "");
    try (var server = new Transcript(none)) {
      String url = "http://" + server.endpoint() + "/no/";
      Lines.of(server.endpoint() + "/no")
          .on(Lines.piped("shell"))
          .expect(1, "", "tinwire shell: " + url + ": 404 Not Found\n");
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          rm -r ""     | 1 | rm: bad name "": it is empty
          mv a ''      | 1 | mv: bad name "": it is empty
          rmcol x      | 2 | rmcol: no such command; here: rm -r (help lists them)
          lsl          | 2 | lsl: no such command; did you mean ls? (help lists them)
          get          | 2 | get: something is missing (get [-c] [-f] NAME [LOCAL])
          get a b c    | 2 | get: one word too many: c (get [-c] [-f] NAME [LOCAL])
          get -l a     | 2 | get: no option here: -l; a name needs -- before it (get [-c] [-f] NAME [LOCAL])
          mget */a     | 1 | mget: only the last part of a name may be a pattern
          mput no*     | 1 | mput: nothing here is called no*
          put nope     | 1 | put: TEMP/nope: no such file or folder
          put .        | 1 | put: TEMP/. is a folder; -r sends it
          lcd nope     | 1 | lcd: TEMP/nope: no such folder here
          help nope    | 1 | help: no such command: nope
          open ftp://x | 1 | open: only http: and https: can be opened, not ftp://x/
          !exit 3      | 3 | ~~
          """)
  void mistakesAreSaidInALine(String line, int status, String words) throws Exception {
    try (var server = server()) {
      String said = words.isEmpty() ? "" : words.replace("TEMP", temp.toString()) + "\n";
      shell(temp, server, line).on(Lines.piped("shell")).expect(status, "", said);
    }
  }

  @Test
  void theFolderHereIsShown() throws Exception {
    Files.writeString(temp.resolve("a b"), "abc");
    Files.createDirectory(temp.resolve("in"));
    try (var server = server()) {
      shell(temp, server, "lls\nlls a*\nlcd in\nlpwd\nlcd -\nlpwd\n!cat 'a b'; echo")
          .on(Lines.piped("shell"))
          .expect(0, "a b\nin/\na b\n" + temp + "/in\n" + temp + "\nabc\n", "");
    }
  }
}
