package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Status;
import dev.tinwire.testkit.FakeClock;
import dev.tinwire.wire.secret.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 7617 and RFC 9110 §11. */
class BasicAuthTest {
  private final FakeClock clock = new FakeClock();
  private final Tries tries = new Tries(clock::nanoTime);
  private final BasicAuth auth =
      new BasicAuth(
          _ -> Answer.of(Status.OK, Content.of("secret")),
          basic("anna", "s3cret:ü"),
          tries,
          RefusalPage::line);

  private static Basic basic(String user, String password) {
    return new Basic(user, Secret.of(password));
  }

  private Received ask(String... lines) throws IOException {
    return TestSite.ask(auth, TestSite.head("GET", "/", lines));
  }

  private static String authorization(String user, String password) {
    return "Authorization: " + basic(user, password).fieldValue();
  }

  private int attempt(String password) throws IOException {
    return ask(authorization("anna", password)).status();
  }

  @Test
  void whoKnowsNameAndPasswordIsLetThrough() throws IOException {
    assertEquals("secret", ask(authorization("anna", "s3cret:ü")).text());
  }

  @ParameterizedTest
  @CsvSource({"anna, s3cret", "anna, s3cret:u", "ann, s3cret:ü", "Anna, s3cret:ü", "'', ''"})
  void anyOtherIsNot(String user, String password) throws IOException {
    assertEquals(401, ask(authorization(user, password)).status());
  }

  @ParameterizedTest
  @CsvSource({"Bearer abc", "Basic", "Basic ???", "Basic YW5uYQ==", "'Digest username=\"anna\"'"})
  void whatIsNoNameAndPasswordIsAskedAgainAndIsNoTry(String value) throws IOException {
    for (int i = 0; i < 2 * Tries.FREE; i++) {
      assertEquals(401, ask("Authorization: " + value).status());
    }
    assertEquals(200, attempt("s3cret:ü"));
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
    assertEquals(401, TestSite.ask(auth, head).status());
  }

  @Test
  void triesAreSlowedAndTheRightPasswordWithThem() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) assertEquals(401, attempt("wrong"));
    var reply = ask(authorization("anna", "s3cret:ü"));
    assertEquals("429 1", reply.status() + " " + reply.field("Retry-After"));
    clock.advance(Duration.ofSeconds(1));
    assertEquals(401, attempt("wrong"));
    assertEquals("2", ask(authorization("anna", "wrong")).field("Retry-After"));
    clock.advance(Duration.ofSeconds(2));
    assertEquals(200, attempt("s3cret:ü"));
    assertEquals(401, attempt("wrong")); // and all is forgiven
  }

  @Test
  void whoHasNotTriedIsAskedAndNotSlowed() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) assertEquals(401, attempt("wrong"));
    assertEquals(401, ask().status());
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "4, 0", "5, 1", "6, 2", "10, 32", "11, 60", "2147483647, 60"})
  void thePauseDoublesUpToAMinute(int failures, long seconds) {
    assertEquals(seconds, Tries.pause(failures).toSeconds());
  }

  @Test
  void thePastIsForgottenAndTheTableBounded() throws IOException {
    var first = InetAddress.getByName("192.0.2.1");
    for (int i = 0; i < Tries.FREE; i++) tries.failed(first);
    assertTrue(tries.wait(first).isPresent());
    clock.advance(Tries.FORGOTTEN);
    tries.failed(first);
    assertTrue(tries.wait(first).isEmpty());
    for (int i = 0; i < Tries.FREE; i++) tries.failed(first);
    for (int i = 0; i < Tries.MOST; i++) {
      tries.failed(InetAddress.getByAddress(new byte[] {10, 0, (byte) (i >> 8), (byte) i}));
    }
    assertTrue(tries.wait(first).isEmpty());
  }

  @Test
  void aHouseholdIsOneInIpv6() throws IOException {
    for (int i = 0; i < Tries.FREE; i++) tries.failed(InetAddress.getByName("2001:db8::" + i));
    assertTrue(tries.wait(InetAddress.getByName("2001:db8::ffff")).isPresent());
    assertTrue(tries.wait(InetAddress.getByName("2001:db8:0:1::1")).isEmpty());
    var client = new InetSocketAddress(InetAddress.getByName("2001:db8::9"), 1);
    var request = TestSite.request(TestSite.head("GET", "/", authorization("anna", "s3cret:ü")));
    var from = new Request(request.head(), request.body(), client, true);
    assertEquals(429, Received.of(auth.answer(from)).status());
  }
}
