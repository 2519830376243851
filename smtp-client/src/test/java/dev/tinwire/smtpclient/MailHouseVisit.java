package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** Opens a {@link MailHouse} for all tests of a class, and runs the command against it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class MailHouseVisit {
  private @Nullable MailHouse open;

  @BeforeAll
  void openTheHouse() throws Exception {
    open = MailHouse.open();
  }

  @AfterAll
  void closeIt() throws Exception {
    if (open != null) open.close();
  }

  final MailHouse house() {
    return Objects.requireNonNull(open);
  }

  @AfterEach
  void nothingIsLeftInTheMailbox() throws Exception {
    assertTrue(house().isEmpty(), "a message too many was delivered");
  }

  final Outcome mail(String tls, String password, String... words) throws InterruptedException {
    int port = tls.equals("implicit") ? house().submissions : house().submission;
    var all =
        new ArrayList<>(
            List.of(
                "--server",
                "127.0.0.1:" + port,
                "--tls",
                tls,
                "--cacert",
                house().authority().toString(),
                "--user",
                MailHouse.ME,
                "--quiet"));
    all.addAll(List.of(words));
    return run(password, all.toArray(String[]::new));
  }

  static Outcome run(String password, String... words) throws InterruptedException {
    return Invocation.of(words)
        .withEnv("SMTP_PASSWORD", password)
        .on((args, in, out, err, env) ->
            new MailTool().run(List.copyOf(args), new Standard(in, out, err, env, Terminals.NONE)));
  }
}
