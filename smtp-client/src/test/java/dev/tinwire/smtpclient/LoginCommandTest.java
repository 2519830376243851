package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.IdentityServer.deviceCode;
import static dev.tinwire.smtpclient.IdentityServer.failed;
import static dev.tinwire.smtpclient.IdentityServer.granted;
import static dev.tinwire.smtpclient.IdentityServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tinwire.testkit.Loopback;
import dev.tinwire.testkit.Outcome;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands, the browser and the identity server together; the browser is a socket. */
final class LoginCommandTest {
  @TempDir Path home;
  private Desk desk = new Desk(Path.of(""), "");

  @BeforeEach
  void sitDown() {
    desk = new Desk(home, "");
  }

  @Test
  void aDeviceLogsInAndTheTokensAreTheUsersAlone() throws Exception {
    try (var server = new IdentityServer(deviceCode(900), granted("T1", "R1"))) {
      desk.login(server, "outlook", "--client-id", "c", "--device")
          .expect(
              0,
              "logged in; kept in " + desk.file("outlook") + "\n",
              "To log in, open https://login.example/device and enter the code ABCD-EFGH\n");
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(desk.file("outlook"))));
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(
              Files.getPosixFilePermissions(desk.file("outlook").getParent())));
      assertTrue(Files.readString(desk.file("outlook")).contains("\"refresh_token\": \"R1\""));
      assertEquals("/consumers/oauth2/v2.0/token", server.asked().getLast().path());
    }
  }

  @Test
  void aBrowserComesBackWithACodeThatIsRedeemedWithItsProof() throws Exception {
    desk =
        new Desk(
            home,
            "GET /favicon.ico; GET /?code=evil&state=guess; POST /?code=C&state=STATE;"
                + " GET /?code=C&state=STATE");
    try (var server = new IdentityServer(granted("T1", "R1"))) {
      Outcome outcome =
          desk.login(server, "gmail", "--client-id", "c", "--user", "me@gmail.com", "--json");
      assertEquals(0, outcome.status(), outcome::toString);
      assertEquals(
          "{\"provider\":\"gmail\",\"file\":\""
              + desk.file("gmail-me@gmail.com")
              + "\",\"token_until\":\"2026-01-01T01:00:00Z\"}\n",
          outcome.stdout());
      var form = server.asked().getLast().form();
      assertEquals("C", form.get("code"));
      assertEquals("authorization_code", form.get("grant_type"));
      assertEquals(
          desk.question("code_challenge"),
          new Pkce(form.getOrDefault("code_verifier", "")).challenge());
      assertEquals("S256", desk.question("code_challenge_method"));
      assertEquals(desk.question("redirect_uri"), form.get("redirect_uri"));
      assertEquals("me@gmail.com", desk.question("login_hint"));
      assertEquals("offline", desk.question("access_type"));
      assertEquals(List.of(404, 403, 405, 200), desk.statuses());
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET /?error=access_denied&state=STATE              | the login was declined: access_denied
          GET /?error=x%1B%5B2J&state=STATE                  | the login was declined: x\\\\x1b[2J
          GET /?code=C&state=STATE                           | the identity server refused: invalid_grant: in words
          """)
  void aNoIsToldInTheServersWords(String visit, String words) throws Exception {
    desk = new Desk(home, visit);
    try (var server = new IdentityServer(failed("invalid_grant"))) {
      Outcome outcome = desk.login(server, "office365", "--client-id", "c");
      assertEquals(1, outcome.status());
      assertEquals("tinwire mail login: " + words.translateEscapes(), outcome.errors().getLast());
      assertFalse(Files.exists(desk.file("office365")));
    }
  }

  /** Told localhost, it may go to either address; told 127.0.0.1, only to that one. */
  @Test
  void aBrowserMayComeBackOverIpv6() throws Exception {
    assumeTrue(hasIpv6());
    desk = new Desk(home, "[::1] GET /?code=evil&state=guess; [::1] GET /?code=C&state=STATE");
    try (var server = new IdentityServer(granted("T1", "R1"))) {
      assertEquals(0, desk.login(server, "office365", "--client-id", "c").status());
      assertTrue(desk.question("redirect_uri").startsWith("http://localhost:"));
      assertEquals(List.of(403, 200), desk.statuses());
    }
  }

  private static boolean hasIpv6() {
    try (var _ = new ServerSocket(0, 1, Loopback.V6)) {
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  @Test
  void guessersEndTheLoginAfterSoMany() throws Exception {
    desk = new Desk(home, String.join(";", Collections.nCopies(20, "GET /?code=C&state=guess")));
    try (var server = new IdentityServer()) {
      Outcome outcome = desk.login(server, "office365", "--client-id", "c");
      assertEquals(1, outcome.status());
      assertEquals(
          "tinwire mail login: 20 requests came to the listener and none was the answer;"
              + " begin again",
          outcome.errors().getLast());
      assertEquals(List.of(), server.asked());
    }
  }

  @Test
  void aTokenThatCannotBeRenewedIsNoLogin() throws Exception {
    try (var server = new IdentityServer(deviceCode(900), granted("T1", ""))) {
      Outcome outcome = desk.login(server, "outlook", "--client-id", "c", "--device");
      assertEquals(1, outcome.status());
      assertTrue(outcome.errors().getLast().contains("no way to renew it"), outcome::toString);
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          office365                             | --client-id is missing: register an application with the provider once; docs/mail.md says how
          yahoo --client-id c                   | PROVIDER: bad provider "yahoo": there are office365, outlook, gmail
          gmail --client-id c --device          | --device: gmail gives no access to mail that way; leave it out
          office365 --client-id c --tenant ../x | --tenant: bad tenant "../x": expected a domain, a number or a word
          """)
  void whatIsWrongOnTheLineIsSaid(String line, String words) throws Exception {
    try (var server = new IdentityServer()) {
      Outcome outcome = desk.login(server, line.split(" ", -1));
      assertEquals(2, outcome.status());
      assertEquals("tinwire mail login: " + words, outcome.errors().getFirst());
    }
  }

  @Test
  void aSecretOfTheClientIsSentAndKept() throws Exception {
    desk = new Desk(home, "GET /?code=C&state=STATE");
    Path secret = Files.writeString(home.resolve("secret"), "hush\n");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    try (var server = new IdentityServer(granted("T1", "R1"))) {
      desk.login(server, "gmail", "--client-id", "c", "--client-secret-file", secret.toString());
      assertEquals("hush", server.asked().getLast().form().get("client_secret"));
      assertTrue(Files.readString(desk.file("gmail")).contains("\"client_secret\": \"hush\""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          gmail     | 200 | 0 | logged out; the token was taken back |
          gmail     | 503 | 1 |                 | tinwire mail logout: forgotten here, but not taken back there: the identity server answered HTTP 503
          office365 | 200 | 0 | logged out here | office365 has no way to take one token back; to end it there too, remove the application from your account's page
          """)
  void loggingOutForgetsWhateverTheProviderSays(
      String provider, int http, int status, String out, String err) throws Exception {
    desk = new Desk(home, "GET /?code=C&state=STATE");
    try (var server = new IdentityServer(granted("T1", "R1"), json(http, ""))) {
      desk.login(server, provider, "--client-id", "c");
      Outcome outcome = Desk.run(desk.logout(), server, provider);
      outcome.expect(status, line(out), line(err));
      assertFalse(Files.exists(desk.file(provider)));
      Desk.run(desk.logout(), server, provider)
          .expect(
              1,
              "",
              "tinwire mail logout: there is no login to forget in " + desk.file(provider) + "\n");
    }
  }

  private static String line(String text) {
    return text == null ? "" : text + "\n";
  }
}
