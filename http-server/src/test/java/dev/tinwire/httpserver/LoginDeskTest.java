package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Body;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Logging in and out with a browser: the page, the cookie (RFC 6265), and who must not. */
class LoginDeskTest {
  private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

  private final FakeClock clock = new FakeClock();
  private final Random random = new Random(1);
  private final AtomicReference<Proof> proof =
      new AtomicReference<>(QuickProof.of(Secret.of("s3cret"), random));
  private final Gate gate = gate();

  private Gate gate() {
    Accounts accounts = user -> Accounts.of(new Account("anna", proof.get(), true)).find(user);
    var nobody = QuickProof.of(Secret.of("nobody"), random);
    var verified = new Verified(random, clock::nanoTime);
    var doorkeeper = new Doorkeeper(accounts, nobody, new Tries(clock::nanoTime), verified);
    Handler inner = request -> Answer.of(Status.OK, Content.of("secret " + request.visitor()));
    var tickets = new Tickets(random, clock::nanoTime);
    return new Gate(inner, doorkeeper, tickets, false, PlainRefusal::line);
  }

  private Received ask(String method, String target, String... lines) throws IOException {
    return TestSite.ask(gate, TestSite.head(method, target, lines));
  }

  private Received post(String target, String form, boolean secure, String... lines)
      throws IOException {
    var head = TestSite.request(TestSite.head("POST", target, lines)).head();
    byte[] bytes = form.getBytes(StandardCharsets.US_ASCII);
    var in = new ByteReader(new ByteArrayInputStream(bytes));
    var body = Body.of(new Framing.Length(bytes.length), in, Limits.SERVER);
    var client = TestSite.request(TestSite.head("GET", "/")).client();
    return Received.of(gate.answer(new Request(head, body, client, secure)));
  }

  private Received logIn(String form, String... more) throws IOException {
    var lines = new String[more.length + 1];
    lines[0] = FORM;
    System.arraycopy(more, 0, lines, 1, more.length);
    return post(LoginDesk.LOGIN, form, false, lines);
  }

  private String cookie() throws IOException {
    String set = logIn("user=anna&password=s3cret&to=/").field("Set-Cookie");
    return "Cookie: other=1; " + set.substring(0, set.indexOf(';'));
  }

  @Test
  void thePageIsThereForWhoWantsIt() throws IOException {
    var page = ask("GET", "/-/login?to=%2Fa%3Fb%22");
    assertEquals(200, page.status());
    assertTrue(page.text().contains("name=\"to\" value=\"/a?b&quot;\""), page.text());
    assertEquals("no-store", page.field("Cache-Control"));
    assertTrue(page.field("Content-Security-Policy").contains("frame-ancestors 'none'"));
  }

  @Test
  void theRightPasswordGetsACookieAndTheWayBack() throws IOException {
    var reply = logIn("user=anna&password=s3cret&to=%2Fmy+photos%2F%3Fsort=size");
    assertEquals(303, reply.status());
    assertEquals("/my%20photos/?sort=size", reply.field("Location"));
    reply = logIn("user=+anna+&password=s3cret&to=%2Fmy%2520photos%2F%3Fsort%3Dsize");
    assertEquals("/my%20photos/?sort=size", reply.field("Location"));
    String cookie = reply.field("Set-Cookie");
    String form = "tinwire=[A-Za-z0-9_-]{32}; Path=/; Max-Age=43200; HttpOnly; SameSite=Strict";
    assertTrue(cookie.matches(form), cookie);
    String pair = cookie.substring(0, cookie.indexOf(';'));
    assertEquals(
        "secret Visitor[name=Optional[anna], mayWrite=true, logIn=false, logOut=true]",
        ask("GET", "/", "Cookie: a=b; " + pair + "; c").text());
  }

  @Test
  void underTlsTheCookieIsOfThisHostAlone() throws IOException {
    var reply = post(LoginDesk.LOGIN, "user=anna&password=s3cret", true, FORM);
    String cookie = reply.field("Set-Cookie");
    assertTrue(cookie.startsWith("__Host-tinwire="), cookie);
    assertTrue(cookie.endsWith("; Secure"), cookie);
  }

  @Test
  void twoServersOfOneComputerHaveTwoCookies() throws IOException {
    var request = TestSite.request("GET / HTTP/1.1\nHost: localhost:8080\n");
    assertEquals("tinwire-8080", LoginCookie.name(request));
  }

  @Test
  void aWrongPasswordIsToldAndSlowed() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) {
      var reply = logIn("user=anna&password=wrong&to=/a");
      assertEquals(401, reply.status());
      assertTrue(reply.text().contains("not known"));
      assertTrue(reply.text().contains("value=\"/a\""));
    }
    var reply = logIn("user=anna&password=s3cret&to=/a");
    assertEquals("429 1", reply.status() + " " + reply.field("Retry-After"));
  }

  @ParameterizedTest
  @CsvSource({
    "//evil.test/, /",
    "/\\evil.test/, /",
    "/%2Fevil.test, /",
    "/%5Cevil.test, /",
    "https://evil.test/, /",
    "'', /",
    "/-/login, /",
    "/-/logout, /",
    "/a/../b, /",
    "/a?b=c&d, /a?b=c&d",
    "/a?b c, /a",
    "'/a?b\r\nX: y', /a",
    "/ä, /",
    "/%C3%A4/, /%C3%A4/"
  })
  void nobodyIsSentElsewhere(String to, String location) {
    assertEquals(location, WayBack.of(to));
  }

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site: cross-site, 403",
    "Sec-Fetch-Site: same-site, 403",
    "Sec-Fetch-Site: same-origin, 303",
    "Sec-Fetch-Site: none, 303",
    "Origin: http://evil.test, 403",
    "Origin: null, 403",
    "Origin: http://site.test, 303",
    "Origin: https://site.test, 303",
    "X: no browser, 303"
  })
  void anotherSiteLogsNobodyIn(String line, int status) throws IOException {
    assertEquals(status, logIn("user=anna&password=s3cret", line).status());
  }

  /** Ports do not part sites from each other (SameSite), and so the browser sends the cookie. */
  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site: same-site, 403",
    "Origin: http://site.test:3000, 403",
    "Sec-Fetch-Site: same-origin, 200"
  })
  void aCookieOfAnotherSiteChangesNothing(String line, int status) throws IOException {
    assertEquals(status, ask("PUT", "/a", cookie(), line).status());
    assertEquals(200, ask("GET", "/a", cookie(), line).status());
  }

  @Test
  void aTicketEndsByItself() throws IOException {
    String cookie = cookie();
    clock.advance(Tickets.VALID.minusSeconds(1));
    assertEquals(200, ask("GET", "/", cookie).status());
    clock.advance(Tickets.VALID);
    assertEquals(401, ask("GET", "/", cookie).status());
  }

  @Test
  void aNewPasswordEndsTheTicketsOfTheOld() throws IOException {
    String cookie = cookie();
    proof.set(PasswordHash.of(Secret.of("other"), 1000, random));
    assertEquals(401, ask("GET", "/", cookie).status());
  }

  @Test
  void whoLogsOutIsOut() throws IOException {
    String cookie = cookie();
    assertTrue(ask("GET", "/-/login", cookie).text().contains("logged in as"));
    assertEquals(405, ask("GET", "/-/logout", cookie).status());
    var reply = post(LoginDesk.LOGOUT, "", false, cookie);
    assertEquals("303 /", reply.status() + " " + reply.field("Location"));
    assertTrue(reply.field("Set-Cookie").contains("; Max-Age=0;"));
    assertEquals(401, ask("GET", "/", cookie).status());
  }

  @Test
  void aCookieThatNobodyWasGivenIsNone() throws IOException {
    assertEquals(401, ask("GET", "/", "Cookie: tinwire=AAAA; tinwire=").status());
  }

  @ParameterizedTest
  @CsvSource({"text/plain, 415", "'', 415", "application/x-www-form-urlencoded;charset=UTF-8, 303"})
  void onlyAFormIsRead(String type, int status) throws IOException {
    String line = "Content-Type: " + type;
    assertEquals(status, post(LoginDesk.LOGIN, "user=anna&password=s3cret", false, line).status());
  }

  @Test
  void whatIsNoFormIsRefused() throws IOException {
    assertEquals(400, logIn("user=%zz").status());
    assertEquals(401, logIn("user=a%3Ab&password=%00").status());
    assertEquals(405, ask("PUT", "/-/login").status());
  }
}
