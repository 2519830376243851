package dev.tinwire.smtpclient;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a command line is said before anything is sent, and what it would send. */
final class MailCommandTest {
  @TempDir private static Path folder;

  private static final Command MAIL =
      (words, in, out, err, environment) ->
          new MailTool()
              .run(
                  words.subList(1, words.size()).stream()
                      .map(word -> word.replace("DIR", folder.toString()))
                      .toList(),
                  new Standard(in, out, err, environment, Terminals.NONE));

  @BeforeAll
  static void makeFiles() throws IOException {
    Files.writeString(
        folder.resolve("ready.eml"),
        "From: me@x.example\nTo: you@y.example\nBcc: c@z.example\nSubject: Hi\n\n.dot\nend");
    Files.writeString(
        folder.resolve("long.eml"), "From: a@b.example\nTo: c@d.example\n\n" + "a".repeat(1200));
    Files.writeString(folder.resolve("rows.csv"), "to,name\na@x.example,Ann\nnobody,Bob\n");
    Files.write(folder.resolve("latin1.txt"), new byte[] {'a', (byte) 0xfc});
  }

  static List<ConsoleTranscript.Row> rows() {
    return ConsoleTranscript.parse(
        """
        $ tinwire mail
        ! tinwire mail: nothing to send: give --subject, --body, --attach or --eml
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --subject Hi
        ! tinwire mail: who sends it? --from WHO says it
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --subject Hi --from me@x.example
        ! tinwire mail: nobody to send it to: give --to WHO
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --subject Hi --from me@x.example --to you@y.example
        ! tinwire mail: say where to send it: either --via PROVIDER or --server HOST[:PORT]
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --via gmail --server x --subject Hi --from me@x.example --to you@y.example
        ! tinwire mail: say where to send it: either --via PROVIDER or --server HOST[:PORT]
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --via nowhere
        ! tinwire mail: --via: bad provider "nowhere": known are gmail, office365, outlook, yahoo, icloud, fastmail, gmx, zoho; for all others there is --server
        !     nowhere
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --via gmail --subject Hi --from me@x.example --to you@y.example
        ! tinwire mail: --via gmail wants --user, your address there
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --via outlook --user me@x.example --subject Hi --to you@y.example
        ! tinwire mail: outlook wants a token; passwords and app passwords are not taken any more: tinwire mail login outlook --client-id ID; or give a token with --token-command or SMTP_TOKEN
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --via gmail --user me@x.example --subject Hi --to you@y.example
        ! gmail wants an app password (16 letters), not that of the account; 2-step verification must be on: https://myaccount.google.com/apppasswords
        ! tinwire mail: no secret from the terminal: nobody can be asked here; name a file, a variable or a command that has it
        !   There is no password to sign in with.
        !   Next: set SMTP_PASSWORD, or use --password-file or --password-command
        = 78

        $ tinwire mail --to 'Cole, Ann <a@x.example>' --subject Hi --from me@x.example
        ! tinwire mail: --to: bad address "Cole, Ann <a@x.example>": a name with a comma is written in quotes: "Last, First" <me@example.com>
        !     Cole, Ann <a@x.example>
        !         ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --tls perhaps
        ! tinwire mail: --tls: bad way of TLS "perhaps": write starttls, implicit or none
        !     perhaps
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --auth digest
        ! tinwire mail: --auth: bad way to sign in "digest": write auto, login, plain, cram-md5, xoauth2, oauthbearer or none
        !     digest
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --dsn=always
        ! tinwire mail: --dsn: bad kind of report "always": write never, or some of success,failure,delay
        !     always
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --server x --insecure --cacert DIR/ready.eml --subject Hi --from a@b.example --to c@d.example
        ! tinwire mail: --cacert, --pin and --insecure each say whom to believe: choose one
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --server x --cacert DIR/none.pem --subject Hi --from a@b.example --to c@d.example
        ! ~ tinwire mail: --cacert: .*none.pem cannot be read
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --server x --user a --password-file f --password-command c --subject Hi --from a@b.example --to c@d.example
        ! tinwire mail: --password-file or --password-command: choose one
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --server x --password-file f --subject Hi --from a@b.example --to c@d.example
        ! tinwire mail: whose password is it? --user NAME says it
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --body a --body-file b --from a@b.example --to c@d.example
        ! tinwire mail: --body or --body-file: choose one
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --eml DIR/ready.eml --subject Hi
        ! tinwire mail: --eml sends a message as it is; --subject does not fit
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --header 'Subject: Ho' --subject Hi
        ! tinwire mail: --header: bad header field "Subject: Ho": this field is written already; a header may not have it twice
        !     Subject: Ho
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --count 0
        ! tinwire mail: --count: bad number "0": write a whole number from 1 to 1000000
        !     0
        !     ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --batch DIR/rows.csv --count 2 --subject Hi --from a@b.example --to '{to}'
        ! tinwire mail: --batch and --count do not go together
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --batch DIR/rows.csv --subject 'Dear {nam}' --from a@b.example --to a@x.example
        ! tinwire mail: --subject: bad --subject "Dear {nam}": no such column; there are: to, name; {{ is a brace itself
        !     Dear {nam}
        !          ^
        ! Try: tinwire mail --help
        = 64

        $ tinwire mail --batch DIR/rows.csv --subject 'Dear {name}' --from a@b.example --to '{to}'
        ! tinwire mail: row 2 (line 3), column to = "nobody": --to: bad address "nobody": expected an @ here, as in me@example.com
        = 65

        $ tinwire mail --attach DIR/none.png --from a@b.example --to c@d.example --server localhost:9
        ! ~ tinwire mail: .*none.png: no such file
        = 66

        $ tinwire mail --body-file DIR/none.txt --from a@b.example --to c@d.example
        ! ~ tinwire mail: .*none.txt: no such file
        = 66

        $ tinwire mail --body-file DIR/latin1.txt --from a@b.example --to c@d.example
        ! ~ tinwire mail: .*latin1.txt is not text in UTF-8; send it with --attach
        = 65

        $ tinwire mail --dry-run --eml DIR/ready.eml
        From: me@x.example\r
        To: you@y.example\r
        Subject: Hi\r
        \r
        .dot\r
        end\r
        ! from <me@x.example> to <you@y.example>, <c@z.example>, 65 bytes

        $ tinwire mail --dry-run --eml DIR/ready.eml --to other@y.example --quiet
        ...

        $ tinwire mail --dry-run --subject Hi --body-file - --from a@b.example --to c@d.example --bcc e@f.example --header 'X-Test: yes'
        < From a pipe.
        ~ Date: .*
        From: a@b.example\r
        To: c@d.example\r
        Subject: Hi
        ~ Message-ID: <[0-9a-f]+@b.example>.*
        X-Test: yes\r
        ...
        From a pipe.\r
        ...
        ! ~ from <a@b.example> to <c@d.example>, <e@f.example>, [0-9]+ bytes

        $ tinwire mail check
        ! tinwire mail check: say where to send it: either --via PROVIDER or --server HOST[:PORT]
        ! Try: tinwire mail check --help
        = 64

        $ tinwire mail --help
        tinwire mail - sends mail, and says why not
        ...
        Exit status
          0                           accepted by the server
        ...
        Limits
        ...

        $ tinwire mail check --help
        tinwire mail check - looks at a mail server as a sender would
        ...
        """);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void theCommandLineDoesWhatItSays(ConsoleTranscript.Row row) throws InterruptedException {
    row.check(MAIL);
  }
}
