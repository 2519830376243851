package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfigParserTest {
  private static final ZoneId UTC = ZoneId.of("UTC");

  private static final String WHOLE =
      """
      # who is told
      [alerts]
      on-change = /usr/local/bin/page 'the whole team'
      webhook   = https://chat.example/hook#1
      mail      = ops@example.org, boss@example.org
      mail-with = --via gmail --user 'me@gmail.com'
      remind    = 1h
      alertmanager = http://127.0.0.1:9093
      consul    = http://127.0.0.1:8500
      ping-url  = https://watch.example/ping/7

      [sender switch-1]
      severity = critical

      [group databases]
      depends-on = switch-1
      mail = dba@example.org
      remind = never

      [sender db-1]
      group = databases
      detect-within = 20s
      severity = warning

      [sender laptop]
      expected = no
      mute = yes

      [maintenance nightly]
      for = group:databases
      days = mon-fri, sun
      from = 23:30
      to = 01:00
      zone = Europe/Berlin

      [maintenance move]
      from = 2026-12-01T08:00
      to = 2026-12-01T18:00
      """;

  @Test
  void readsAllThatCanBeSaid() throws BadConfig {
    var config = ConfigParser.parse(WHOLE, UTC);
    var alerting = config.alerting();
    assertEquals(
        List.of(new HookCommand(List.of("/usr/local/bin/page", "the whole team"))),
        alerting.hooks());
    assertEquals("https://chat.example/hook#1", alerting.webhooks().getFirst().toString());
    assertEquals(List.of("--via", "gmail", "--user", "me@gmail.com"), alerting.mailWith());
    assertTrue(config.mails());
    assertFalse(ConfigParser.parse("[sender a]\n", UTC).mails());
    assertEquals(Optional.of("databases"), config.group("db-1"));
    assertEquals(List.of("db-1", "switch-1"), List.copyOf(config.expected()));
    assertEquals(2, config.windows().size());
    var rule = Optional.ofNullable(config.senders().get("db-1")).orElseThrow();
    assertEquals(Optional.of(Duration.ofSeconds(20)), rule.detectWithin());
  }

  @Test
  void whatASenderDoesNotSayItsGroupSaysAndThenTheAlerts() throws BadConfig {
    var config = ConfigParser.parse(WHOLE, UTC);
    var db = config.manner("db-1");
    assertEquals(List.of("switch-1"), db.dependsOn());
    assertEquals(List.of("dba@example.org"), db.mail());
    assertEquals(Optional.of(Duration.ZERO), db.remind());
    assertEquals(Optional.of(Manner.Severity.WARNING), db.severity());
    var unknown = config.manner("never-heard-of");
    assertEquals(List.of("ops@example.org", "boss@example.org"), unknown.mail());
    assertEquals(Optional.of(Duration.ofHours(1)), unknown.remind());
    assertTrue(config.manner("laptop").muted());
  }

  @Test
  void maintenanceIsForThoseItNames() throws BadConfig {
    var config = ConfigParser.parse(WHOLE, UTC);
    Instant night = Instant.parse("2026-11-20T23:00:00Z"); // a Friday, midnight in Berlin
    assertEquals("nightly", config.maintenance("db-1", night).orElseThrow().name());
    assertEquals(Optional.empty(), config.maintenance("switch-1", night));
    Instant move = Instant.parse("2026-12-01T09:00:00Z");
    assertEquals("move", config.maintenance("switch-1", move).orElseThrow().name());
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          remind = 1h                            | 1:1: remind stands above the first section; begin with one, such as [alerts]
          [alerts];remnd = 1h                    | 2:1: [alerts] has no key remnd; did you mean remind?
          [alerts];remind = 5                    | 2:11: remind: bad duration "5": needs a unit, such as 5s or 5ms
          [alerts];remind = 10s                  | 2:10: remind: bad time "10s": write 1m or more, or never
          [alerts];  mail = a@b.c, ops           | 2:17: mail: bad mail address "ops": write it as name@example.org
          [alerts];webhook = ftp://x.example/    | 2:11: webhook: bad address "ftp://x.example/": write http://HOST/… or https://HOST/…
          [alerts];on-change = page "me          | 2:18: on-change: bad command "page \\"me": this quote is never closed
          [alerts];mute = perhaps                | 2:8: mute: bad answer "perhaps": write yes or no
          [alerts];mute                          | 2:1: "mute" is no "key = value"
          [alerts];mute = no;mute = yes          | 3:1: mute is given twice in one section
          [alerts];[alerts]                      | 2:1: [alerts] is there twice; put all of it into one
          [alerts x]                             | 1:1: [alerts] takes no name
          [sender]                               | 1:1: [sender] needs a name
          [sender a b]                           | 1:1: this is no section; write [sender NAME], [group NAME], [maintenance NAME] or [alerts]
          [sendr a]                              | 1:1: there is no section [sendr a]; did you mean [sender]?
          [sender a];[sender a]                  | 2:1: [sender a] is there twice
          [sender a];group = dbs                 | 2:9: group: there is no [group dbs]; add it, or take it out here
          [sender a];depends-on = core           | 2:14: depends-on: there is no [sender core]; add it, or take it out here
          [sender a];depends-on = a              | 1:1: [sender a] depends on itself, directly or by way of others
          [sender a];severity = bad              | 2:12: severity: bad severity "bad": write info, warning or critical
          [maintenance m]                        | 1:1: a window needs from and to: with days = mon-fri as 02:00, else as 2026-12-01T08:00
          [maintenance m];days = mo;from = 1;to = 2 | 2:8: days: bad day "mo": write mon, tue, wed, thu, fri, sat, sun, or mon-fri
          [maintenance m];days = mon;from = 02:00 | 1:1: a window needs from and to, such as from = 02:00 and to = 03:30
          [maintenance m];zone = Mars/Base       | 2:8: zone: bad time zone "Mars/Base": write it as Europe/Berlin, UTC or +01:00
          """)
  void whatIsWrongIsSaidWithItsPlace(String text, String expected) {
    var faults =
        assertThrows(
                BadConfig.class, () -> ConfigParser.parse(text.strip().replace(";", "\n"), UTC))
            .lines("f");
    assertEquals(
        "f:" + expected.replace("\\\\", "\\").replace("\\\"", "\""),
        faults.getFirst().replace("\\\"", "\""));
  }

  @Test
  void allFaultsAreSaidAtOnceInTheirOrder() {
    String text = "[sender a]\nx = 1\n[nonsense]\n[sender b]\ngroup = none\ny = 2\n";
    var faults = assertThrows(BadConfig.class, () -> ConfigParser.parse(text, UTC)).faults();
    assertEquals(List.of(2, 3, 5, 6), faults.stream().map(ConfigFault::line).toList());
  }

  @Test
  void aCircleOfDependenciesIsRefused() {
    String text =
        "[sender a]\ndepends-on = b\n[sender b]\ndepends-on = c\n[sender c]\ndepends-on = a\n";
    assertThrows(BadConfig.class, () -> ConfigParser.parse(text, UTC));
  }

  @Property(tries = 300)
  void anyTextIsAConfigurationOrHasFaultsWithPlaces(@ForAll String text) {
    ConfigFuzz.fuzzerTestOneInput(text.getBytes(StandardCharsets.UTF_8));
  }
}
