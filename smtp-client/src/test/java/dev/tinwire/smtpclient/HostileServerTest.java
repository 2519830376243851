package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Command;
import dev.tinwire.testkit.Fault;
import dev.tinwire.testkit.FaultyLink;
import dev.tinwire.testkit.Invocation;
import dev.tinwire.testkit.Outcome;
import dev.tinwire.testkit.Stage;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.testkit.Transcript;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The whole command against servers that break, lie, stall and meddle. In each case: the right exit
 * status and words, an end within the patience, no secret where it does not belong, and nothing
 * said that the script does not have.
 */
final class HostileServerTest {
  private static final String PASSWORD = "s3cret-pass";
  private static final String TOKEN = "t0ken-of-mine";
  private static final Command MAIL =
      (words, in, out, err, environment) ->
          new MailTool().run(words, new Standard(in, out, err, environment, Terminals.NONE));

  @TempDir private static Path folder;

  @BeforeAll
  static void makeFiles() throws IOException {
    Files.writeString(folder.resolve("trusted.pem"), TestIdentity.localhost().certificatePem());
    Files.write(folder.resolve("big.bin"), new byte[8 << 20]);
  }

  static List<Scenario> scenarios() {
    return Scenario.all();
  }

  @Test
  void thereAreManyOfThem() {
    assertTrue(scenarios().size() >= 60, () -> "only " + scenarios().size());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("scenarios")
  void theCommandKeepsItsHead(Scenario scenario) throws Exception {
    Stage stage = Stage.loopback().withTls(identity(scenario.quirk()).server());
    Outcome outcome;
    List<String> heard;
    try (var server = new Transcript(scenario.script(), stage)) {
      boolean stuck = scenario.quirk().equals("stuck");
      Fault there = stuck ? Fault.stallAfter(200_000) : Fault.none();
      Fault back = scenario.quirk().equals("drip") ? Fault.drip(1) : Fault.none();
      if (there.equals(back)) {
        outcome = invocation(scenario, server.port()).on(MAIL);
      } else {
        try (var link = new FaultyLink(server.address(), there, back)) {
          outcome = invocation(scenario, link.port()).on(MAIL);
        }
      }
      if (scenario.script().contains("PAUSE stall")) {
        server.awaitPause("stall");
        server.resume("stall");
      }
      heard = server.heard().lines();
    }
    assertEquals(scenario.status(), outcome.status(), outcome::toString);
    for (String words : scenario.words()) {
      assertTrue(outcome.stderr().contains(words), () -> words + " is missing in\n" + outcome);
    }
    requireSecrecy(outcome, heard);
  }

  private static TestIdentity identity(String quirk) {
    return switch (quirk) {
      case "stranger" -> TestIdentity.stranger();
      case "other-host" -> TestIdentity.made("-ext", "SAN=dns:other.example");
      case "expired" ->
          TestIdentity.made("-ext", "SAN=ip:127.0.0.1", "-startdate", "-10d", "-validity", "1");
      case "for-clients" -> TestIdentity.made("-ext", "SAN=ip:127.0.0.1", "-ext", "EKU=clientAuth");
      default -> TestIdentity.localhost();
    };
  }

  private static Invocation invocation(Scenario scenario, int port) throws IOException {
    var words = new ArrayList<String>(List.of("--server", "127.0.0.1:" + port));
    words.addAll(List.of("--cacert", folder.resolve("trusted.pem").toString()));
    if (!scenario.options().contains("--tls")) words.addAll(List.of("--tls", "none"));
    words.addAll(List.of("--from", "me@x.example", "--subject", "Hi", "--body", "Hello"));
    if (!scenario.options().contains("--to")) words.addAll(List.of("--to", "you@y.example"));
    boolean stalls = scenario.script().contains("PAUSE stall") || scenario.quirk().equals("stuck");
    words.addAll(List.of("--timeout", stalls ? "700ms" : "10s"));
    for (String option : scenario.options()) {
      words.add(option.equals("BIG") ? folder.resolve("big.bin").toString() : option);
    }
    boolean token = scenario.options().stream().anyMatch(option -> option.contains("oauth"));
    return Invocation.of(words)
        .withEnv(CredentialPlan.PASSWORD_VARIABLE, PASSWORD)
        .withEnv(CredentialPlan.TOKEN_VARIABLE, token ? TOKEN : "")
        .within(Duration.ofSeconds(90));
  }

  /** Nothing secret in what is shown; on the wire only behind TLS, or in the form AUTH wants. */
  private static void requireSecrecy(Outcome outcome, List<String> heard) {
    for (String secret : List.of(PASSWORD, TOKEN)) {
      String base64 = encoded(secret);
      String shown = outcome.stdout() + outcome.stderr();
      assertFalse(shown.contains(secret), outcome::toString);
      assertFalse(shown.contains(base64.substring(0, 10)), outcome::toString);
      int tls = heard.indexOf("STARTTLS");
      List<String> clear = tls < 0 ? heard : heard.subList(0, tls + 1);
      assertTrue(clear.stream().noneMatch(line -> line.startsWith("AUTH")), clear::toString);
      assertTrue(heard.stream().noneMatch(line -> line.contains(secret)), heard::toString);
    }
  }

  private static String encoded(String secret) {
    return Base64.getEncoder().encodeToString(secret.getBytes(StandardCharsets.UTF_8));
  }
}
