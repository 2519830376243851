package dev.tinwire.smtpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Outcome;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What Postfix and Dovecot refuse, and what {@code tinwire mail} makes of it. */
final class MailRefusalInterop extends MailHouseVisit {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          wrong password    | hunter2           | you@example.net    | 77 | 535
          no such recipient | s3cret pässword   | nobody@example.net | 67 | no such user
          over quota        | s3cret pässword   | full@example.net   | 75 | mailbox full
          """)
  void aNoIsToldWithItsReplyAndItsStatus(
      String name, String password, String to, int status, String words) throws Exception {
    Outcome outcome = mail("starttls", password, "--to", to, "--body", "x");
    assertEquals(status, outcome.status(), outcome::toString);
    assertTrue(outcome.stderr().contains(words), outcome::toString);
    assertFalse(outcome.stderr().contains(password), outcome::toString);
  }

  @Test
  void whoIsTakenGetsItIfTheUserWantsThat() throws Exception {
    var line = new String[] {"--to", MailHouse.YOU, "--to", "nobody@example.net", "--body", "x"};
    assertEquals(67, mail("starttls", MailHouse.PASSWORD, line).status());
    var partial = new ArrayList<>(List.of(line));
    partial.add("--partial");
    Outcome outcome = mail("starttls", MailHouse.PASSWORD, partial.toArray(String[]::new));
    assertEquals(67, outcome.status(), outcome::toString);
    assertTrue(outcome.stderr().contains("nobody@example.net"), outcome::toString);
    house().delivered();
  }

  @Test
  void withoutAnAuthorityNothingIsToldToIt() throws Exception {
    Outcome outcome =
        run(
            MailHouse.PASSWORD,
            "--server",
            "127.0.0.1:" + house().submission,
            "--user",
            MailHouse.ME,
            "--to",
            MailHouse.YOU,
            "--body",
            "x");
    assertEquals(78, outcome.status(), outcome::toString);
  }

  @Test
  void checkNamesWhatItOffersAndSendsNothing() throws Exception {
    Outcome outcome =
        run(
            MailHouse.PASSWORD,
            "check",
            "--server",
            "127.0.0.1:" + house().submission,
            "--cacert",
            house().authority().toString(),
            "--user",
            MailHouse.ME);
    assertEquals(0, outcome.status(), outcome::toString);
    for (String word : List.of("LOGIN", "CHUNKING", "PIPELINING", "TLS 1.3")) {
      assertTrue(outcome.stdout().contains(word), outcome::toString);
    }
  }
}
