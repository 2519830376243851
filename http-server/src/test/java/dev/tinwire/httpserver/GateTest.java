package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7617 and RFC 9110 §11. */
class GateTest {
  private final FakeClock clock = new FakeClock();
  private final Random random = new Random(1);
  private final Gate all = gate(false, true);

  /** A gate that anna and bert may pass. */
  private Gate gate(boolean readingIsOpen, boolean writes) {
    var accounts =
        Accounts.all(List.of(account("anna", "s3cret:ü", writes), account("bert", "b", false)));
    var nobody = QuickProof.of(Secret.of("nobody"), random);
    var verified = new Verified(random, clock::nanoTime);
    var doorkeeper = new Doorkeeper(accounts, nobody, new Tries(clock::nanoTime), verified);
    Handler inner = request -> Answer.of(Status.OK, Content.of("secret " + request.visitor()));
    return new Gate(
        inner, doorkeeper, new Tickets(random, clock::nanoTime), readingIsOpen, PlainRefusal::line);
  }

  private Accounts account(String user, String password, boolean writes) {
    return Accounts.of(new Account(user, QuickProof.of(Secret.of(password), random), writes));
  }

  private static String authorization(String user, String password) {
    return "Authorization: " + new Basic(user, Secret.of(password)).fieldValue();
  }

  private Received ask(String... lines) throws IOException {
    return TestSite.ask(all, TestSite.head("GET", "/", lines));
  }

  private int attempt(String user, String password) throws IOException {
    return ask(authorization(user, password)).status();
  }

  @Test
  void whoKnowsNameAndPasswordIsLetThrough() throws IOException {
    assertTrue(ask(authorization("anna", "s3cret:ü")).text().startsWith("secret"));
  }

  @ParameterizedTest
  @CsvSource({"anna, s3cret", "anna, s3cret:u", "ann, s3cret:ü", "Anna, s3cret:ü", "'', ''"})
  void anyOtherIsNot(String user, String password) throws IOException {
    assertEquals(401, attempt(user, password));
  }

  @ParameterizedTest
  @CsvSource({"Bearer abc", "Basic", "Basic ???", "Basic YW5uYQ==", "'Digest username=\"anna\"'"})
  void whatIsNoNameAndPasswordIsAskedAgainAndIsNoTry(String value) throws IOException {
    for (int i = 0; i < 2 * Tries.FREE; i++) {
      assertEquals(401, ask("Authorization: " + value).status());
    }
    assertEquals(200, attempt("anna", "s3cret:ü"));
  }

  @Test
  void twoProofsAreNone() throws IOException {
    String right = authorization("anna", "s3cret:ü");
    assertEquals(401, ask(right, right).status());
  }

  @Test
  void theChallengeCanBeRead() throws Exception { // §11.6.1, RFC 7617 §2.1
    var challenge = Challenge.parse(List.of(ask().field("WWW-Authenticate"))).getFirst();
    assertTrue(challenge.is("Basic"));
    assertEquals(Optional.of("tinwire"), challenge.parameters().get("realm"));
    assertEquals(Optional.of("UTF-8"), challenge.parameters().get("charset"));
  }

  @Test
  void wellKnownPathsAreNoExemption() throws IOException {
    String head = TestSite.head("GET", "/.well-known/security.txt");
    assertEquals(401, TestSite.ask(all, head).status());
  }

  @Test
  void triesAreSlowedAndTheRightPasswordWithThem() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) assertEquals(401, attempt("anna", "wrong"));
    var reply = ask(authorization("anna", "s3cret:ü"));
    assertEquals("429 1", reply.status() + " " + reply.field("Retry-After"));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(401, attempt("anna", "wrong"));
    assertEquals("2", ask(authorization("anna", "wrong")).field("Retry-After"));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(200, attempt("anna", "s3cret:ü"));
    assertEquals(401, attempt("anna", "wrong")); // and all is forgiven
  }

  @Test
  void whoHasNotTriedIsAskedAndNotSlowed() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) assertEquals(401, attempt("anna", "wrong"));
    assertEquals(401, ask().status());
  }

  /** Behind a proxy all come from one address. */
  @Test
  void aGuesserDelaysNobodyWhoIsInNorAnybodyElse() throws IOException {
    assertEquals(200, attempt("anna", "s3cret:ü"));
    for (int i = 0; i < Tries.FREE; i++) assertEquals(401, attempt("anna", "wrong"));
    assertEquals(429, attempt("anna", "wrong"));
    assertEquals(200, attempt("anna", "s3cret:ü"));
    assertEquals(200, attempt("bert", "b"));
    clock.advance(Verified.KEPT);
    for (int i = 0; i < Tries.FREE; i++) attempt("anna", "wrong");
    assertEquals(429, attempt("anna", "s3cret:ü")); // forgotten by now, and looked at again
  }

  @ParameterizedTest
  @CsvSource({
    "GET, 200",
    "HEAD, 200",
    "OPTIONS, 200",
    "PUT, 401",
    "POST, 401",
    "DELETE, 401",
    "PATCH, 401",
    "MKCOL, 401",
    "MOVE, 401",
    "PROPFIND, 401"
  })
  void whereReadingIsOpenWhateverMayChangeSomethingIsAsked(String method, int status)
      throws IOException {
    var gate = gate(true, true);
    assertEquals(status, TestSite.ask(gate, TestSite.head(method, "/")).status());
    String proof = authorization("anna", "s3cret:ü");
    assertEquals(200, TestSite.ask(gate, TestSite.head(method, "/", proof)).status());
  }

  @ParameterizedTest
  @CsvSource({"GET, 200", "PUT, 403"})
  void whoMayOnlyReadMayNotWrite(String method, int status) throws IOException {
    String head = TestSite.head(method, "/", authorization("bert", "b"));
    assertEquals(status, TestSite.ask(all, head).status());
  }

  @Test
  void aPageIsToldWhoLooksAtIt() throws IOException {
    var gate = gate(true, true);
    assertEquals(
        "secret Visitor[name=Optional.empty, mayWrite=false, logIn=true, logOut=false]",
        TestSite.ask(gate, TestSite.head("GET", "/")).text());
    String anna = authorization("anna", "s3cret:ü");
    assertEquals(
        "secret Visitor[name=Optional[anna], mayWrite=true, logIn=false, logOut=false]",
        TestSite.ask(gate, TestSite.head("GET", "/", anna)).text());
    String bert = authorization("bert", "b");
    assertEquals(
        "secret Visitor[name=Optional[bert], mayWrite=false, logIn=true, logOut=false]",
        TestSite.ask(gate, TestSite.head("GET", "/", bert)).text());
  }

  /** A page of ours, and a challenge that makes no browser open its box (RFC 9110 §15.5.2). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET | Sec-Fetch-Mode: navigate      | text/html,*/*;q=0.8 | true  | Cookie
          GET | Upgrade-Insecure-Requests: 1  | text/html,*/*;q=0.8 | true  | Cookie
          GET | Sec-Fetch-Mode: cors          | */*                 | false | Cookie
          PUT | Origin: http://site.test      | */*                 | false | Cookie
          GET | X: y                          | text/html           | false | Basic
          GET | X: y                          | */*                 | false | Basic
          """)
  void browsersGetAPageAndProgramsAChallenge(
      String method, String line, String accept, boolean page, String scheme) throws Exception {
    String head = TestSite.head(method, "/a?b", line, "Accept: " + accept);
    var reply = TestSite.ask(all, head);
    assertEquals(401, reply.status());
    assertEquals(page, reply.text().contains("<form"), reply.text());
    assertTrue(!page || reply.text().contains("name=\"to\" value=\"/a?b\""), reply.text());
    assertTrue(Challenge.parse(List.of(reply.field("WWW-Authenticate"))).getFirst().is(scheme));
  }

  @Test
  void nothingSecretIsInThePage() throws IOException {
    assertFalse(ask("Sec-Fetch-Mode: navigate", "Accept: text/html").text().contains("secret"));
  }
}
