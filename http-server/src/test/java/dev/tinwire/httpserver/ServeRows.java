package dev.tinwire.httpserver;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.ConsoleTranscript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Command lines of {@code serve} in a folder made for them, and what each is to say. In the rows
 * stand SITE, a folder to be served; TEMP, the folder above it and the home of the user; USERS, a
 * file of users there; TAKEN, a port that somebody else listens at.
 */
record ServeRows(Path temp) {
  void check(String rows) throws Exception {
    Path above = temp.toRealPath();
    Path site = site(above);
    try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String filled =
          rows.replace("SITE", site.toString())
              .replace("TEMP", above.toString())
              .replace("USERS", above.resolve("users").toString())
              .replace("TAKEN", Integer.toString(taken.getLocalPort()));
      for (var row : ConsoleTranscript.parse(filled)) row.check(serve(temp, Terminals.NONE));
    }
  }

  private static Path site(Path above) throws IOException {
    Path site = Files.createDirectory(above.resolve("site"));
    Files.writeString(site.resolve("a.txt"), "a");
    Files.createDirectory(site.resolve("in"));
    var users =
        PasswordTable.EMPTY.with("anna", PasswordHash.of(Secret.of("p"), 1000, new Random(1)));
    new PasswordFile(above.resolve("users")).write(users);
    new PasswordFile(site.resolve("users")).write(users);
    Files.createFile(site.resolve("empty"));
    return site;
  }

  /** The command; it ends as soon as it listens. */
  static Command serve(Path temp, Terminals terminals) throws IOException {
    return serve(temp, terminals, Optional.empty());
  }

  /** The same with somebody who types passwords. */
  static Command serve(Path temp, Terminals terminals, Optional<Prompt> person) throws IOException {
    var serve = new ServeCommand(temp.toRealPath().resolve("home"), () -> {}, () -> person);
    return (words, in, out, err, env) ->
        new ServeTool()
            .command(serve)
            .run(List.copyOf(words), new Standard(in, out, err, env, terminals));
  }
}
