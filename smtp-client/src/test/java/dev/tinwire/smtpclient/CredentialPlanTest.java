package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.tinwire.wire.command.Command;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.secret.Prompt;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where passwords and tokens come from, which counts before which, and what is said first. */
final class CredentialPlanTest {
  @TempDir private Path folder;
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> questions = new ArrayList<>();

  @Test
  void aPersonIsToldWhichPasswordBeforeBeingAskedForIt() throws Exception {
    assertEquals("abcdefghijklmnop", password("--via", "gmail", "--user", "me@gmail.com"));
    assertEquals(List.of("Password of me@gmail.com at smtp.gmail.com"), questions);
    assertEquals(true, told().startsWith("gmail wants an app password (16 letters)"));
  }

  @Test
  void theEnvironmentIsAskedBeforeAPerson() throws Exception {
    environment.put("SMTP_PASSWORD", "from the environment");
    assertEquals("from the environment", password("--server", "mx.example", "--user", "me"));
    assertEquals(List.of(), questions);
  }

  @Test
  void theCommandLineCountsBeforeTheEnvironment() throws Exception {
    environment.put("SMTP_PASSWORD", "from the environment");
    Path file = secret("password", "from a file\nand more\n");
    assertEquals(
        "from a file",
        password("--server", "x", "--user", "me", "--password-file", file.toString()));
    assertEquals(
        "from a command",
        password("--server", "x", "--user", "me", "--password-command", "echo from a command"));
  }

  @Test
  void theNetrcIsReadForTheServerAndTheUser() throws Exception {
    Path file =
        secret(
            "netrc",
            "machine other login me password no\nmachine mx.example login me password yes\n");
    environment.put("NETRC", file.toString());
    assertEquals("yes", password("--server", "mx.example:2525", "--user", "me"));
    assertEquals("abcd efgh ijkl mnop", password("--server", "mx.example", "--user", "you"));
  }

  @Test
  void aTokenIsUsedWhereThereIsOne() throws Exception {
    environment.put("SMTP_TOKEN", "t0ken");
    environment.put("SMTP_PASSWORD", "p");
    var token =
        assertInstanceOf(
            Credentials.Token.class, read("--via", "office365", "--user", "me@x.example"));
    assertEquals("t0ken", token.tokens().fresh().reveal());
    assertInstanceOf(
        Credentials.Password.class,
        read("--via", "office365", "--user", "me@x.example", "--auth", "login"));
    token =
        assertInstanceOf(
            Credentials.Token.class,
            read("--server", "x", "--user", "me", "--token-command", "echo other"));
    assertEquals("other", token.tokens().fresh().reveal());
  }

  @Test
  void nobodySignsInWithoutAName() throws Exception {
    assertInstanceOf(Credentials.None.class, read("--server", "x"));
    assertInstanceOf(
        Credentials.None.class, read("--via", "gmail", "--user", "me", "--auth", "none"));
  }

  private Path secret(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private String told() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private String password(String... words) throws Exception {
    var password = assertInstanceOf(Credentials.Password.class, read(words));
    return password.secret().reveal();
  }

  private Credentials read(String... words) throws Exception {
    environment.putIfAbsent("NETRC", folder.resolve("none").toString());
    environment.put("XDG_CONFIG_HOME", folder.toString());
    var found = new AtomicReference<Credentials>();
    var standard =
        new Standard(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            environment,
            Terminals.NONE);
    Prompt prompt =
        question -> {
          questions.add(question);
          return Optional.of("abcd efgh ijkl mnop".toCharArray());
        };
    Command.of(
            "test",
            "",
            (parsed, around) -> {
              Route route = RoutePlan.of(parsed, around);
              var output = Output.of(parsed, around);
              var plan =
                  new CredentialPlan(
                      parsed, around, route, output, Optional.of(prompt), OAuthCommands.DIRECT);
              found.set(plan.read());
              return 0;
            })
        .options(ServerOptions.SERVERS)
        .options(ServerOptions.SIGNING_IN)
        .options(ServerOptions.NETWORK)
        .run(List.of(words), standard);
    if (found.get() == null) throw new AssertionError(told());
    return found.get();
  }
}
