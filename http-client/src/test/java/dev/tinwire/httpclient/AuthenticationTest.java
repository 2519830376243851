package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Basic;
import dev.tinwire.http.Bearer;
import dev.tinwire.http.Challenge;
import dev.tinwire.http.Method;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to a server that asks who one is; values of RFC 7616 §3.9.1. */
class AuthenticationTest {
  private static final Basic MUFASA = new Basic("Mufasa", Secret.of("Circle of Life"));
  private static final String CNONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";
  private static final String NONCE = "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v";

  private static DigestChallenge challenge(String parameters) throws IOException {
    return DigestChallenge.of(Challenge.parse(List.of("Digest " + parameters)).getFirst())
        .orElseThrow();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          MD5,     8ca523f5e9506fed4657c9700eebdbec
          SHA-256, 753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1
          """)
  void theExamplesOfTheRfc(String algorithm, String response) throws IOException {
    var challenge =
        challenge(
            "realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, nonce=\"%s\""
                    .formatted(algorithm, NONCE)
                + ", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"");
    assertEquals(
        "Digest username=\"Mufasa\", realm=\"http-auth@example.org\", nonce=\""
            + NONCE
            + "\", uri=\"/dir/index.html\", response=\""
            + response
            + "\", algorithm="
            + algorithm
            + ", qop=auth, nc=00000001, cnonce=\""
            + CNONCE
            + "\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"",
        new Digest(challenge, 1, CNONCE)
            .fieldValue(MUFASA, Method.GET, "/dir/index.html", Payload.NONE));
  }

  @Test
  void aHashedUserName() throws IOException {
    var challenge =
        challenge(
            "realm=\"api@example.org\", qop=\"auth\", algorithm=SHA-512-256,"
                + " nonce=\"5TsQWLVdgBdmrQ0XsxbDODV+57QdFR34I9HAbC/RVvkK\","
                + " opaque=\"HRPCssKJSGjCrkzDg8OhwpzCiGPChXYjwrI2QmXDnsOS\","
                + " charset=UTF-8, userhash=true");
    var login = new Basic("J\u00e4s\u00f8n Doe", Secret.of("Secret, or not?"));
    String value =
        new Digest(challenge, 1, "NTg6RKcb9boFIAS3KrFK9BGeh+niz/sm")
            .fieldValue(login, Method.GET, "/doe.json", Payload.NONE);
    // The RFC prints other hashes, which erratum 4897 takes back; these were made with Python.
    assertTrue(value.contains("userhash=true"), value);
    assertTrue(
        value.contains(
            "username=\"793263caabb707a56211940d90411ea4a575adeccb7e360aeb624ed06ece9b0b\""),
        value);
    assertTrue(
        value.contains(
            "response=\"7a4e1192babbba02e91182d2895bfdbf7adafc6e48d4e517ca301974843d840c\""),
        value);
  }

  /** RFC 2617 §3.5 without qop is RFC 2069: H(H(A1):nonce:H(A2)). */
  @Test
  void withoutQopItIsTheOldForm() throws IOException {
    var challenge = challenge("realm=\"r\", nonce=\"n\"");
    String value = new Digest(challenge, 1, "c").fieldValue(MUFASA, Method.GET, "/", Payload.NONE);
    var md5 = DigestAlgorithm.MD5;
    String response = md5.hex(md5.hex("Mufasa:r:Circle of Life") + ":n:" + md5.hex("GET:/"));
    assertEquals(
        "Digest username=\"Mufasa\", realm=\"r\", nonce=\"n\", uri=\"/\", response=\""
            + response
            + "\"",
        value);
  }

  /** RFC 7616 §3.4.3: A2 has the hash of the body; these were made with Python. */
  @ParameterizedTest(name = "{0} of \"{1}\"")
  @CsvSource({
    "MD5,          '',  f734ea6f4ee25cbcc7cbed1841e90322",
    "MD5,          abc, 6cd2f9fabaca3b3afd3f0c4f99c6f451",
    "SHA-256-sess, abc, 5d00e524cbf2f3f84a83dfb8b6ffc526d4a0832c63214e921f1816d4d2c16053"
  })
  void theBodyIsProtectedWhereTheServerWantsIt(String algorithm, String body, String response)
      throws IOException {
    var challenge = challenge("realm=\"r\", nonce=\"n\", qop=\"auth-int\", algorithm=" + algorithm);
    var payload = Payload.of(body.getBytes(StandardCharsets.UTF_8), "text/plain");
    String value = new Digest(challenge, 1, "c").fieldValue(MUFASA, Method.POST, "/x", payload);
    assertTrue(value.contains("qop=auth-int, nc=00000001, cnonce=\"c\""), value);
    assertTrue(value.contains("response=\"" + response + "\""), value);
  }

  @Test
  void theBodyIsLeftAloneWhereTheServerLetsUsChoose() throws IOException {
    assertEquals(DigestQop.AUTH, challenge("realm=r, nonce=n, qop=\"auth-int,auth\"").qop());
  }

  @Test
  void aStreamCannotBeReadForItsDigest() throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    authentication.refused(List.of("Digest realm=r, nonce=n, qop=\"auth-int\""), false);
    var stream = Payload.of(new ByteArrayInputStream(new byte[1]), "text/plain");
    var e =
        assertThrows(WireException.class, () -> authentication.fieldValue(Method.PUT, "/", stream));
    assertTrue(String.valueOf(e.getMessage()).contains("put it into a file first"), e::toString);
    assertFalse(stream.spent());
  }

  @ParameterizedTest(name = "offered {0}, sent {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Basic realm="r"                                              | Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl
          Digest realm="r", nonce="n", qop="auth"                      | Digest MD5
          Basic realm="r", Digest realm="r", nonce="n", qop="auth"     | Digest MD5
          Digest realm="r", nonce="a", qop="auth", Digest realm="r", nonce="b", algorithm=SHA-256, qop="auth" | Digest SHA-256
          Digest realm="r", nonce="n", algorithm=SHA-256-sess, qop="auth" | Digest SHA-256-sess
          Digest realm="r", nonce="n", algorithm=X, Basic realm="r"    | Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl
          Digest realm="r", nonce="n", qop="auth-int"                  | Digest MD5
          Digest realm="r", nonce="n", qop="auth-conf"                 | nothing
          Digest realm="r", nonce="n", qop="auth-conf", Basic realm="r" | Basic TXVmYXNhOkNpcmNsZSBvZiBMaWZl
          Negotiate                                                    | nothing
          Bearer                                                       | nothing
          """)
  void theStrongestIsTaken(String offered, String sent) throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    assertEquals(Optional.empty(), authentication.fieldValue(Method.GET, "/", Payload.NONE));
    boolean again = authentication.refused(List.of(offered), false);
    String value = authentication.fieldValue(Method.GET, "/", Payload.NONE).orElse("nothing");
    assertEquals(!sent.equals("nothing"), again);
    if (sent.startsWith("Digest ")) {
      String algorithm = value.replaceAll(".*algorithm=([^,]*).*", "$1");
      assertEquals(sent, "Digest " + (value.contains("algorithm=") ? algorithm : "MD5"));
    } else {
      assertEquals(sent, value);
    }
  }

  @Test
  void aWrongPasswordIsSentOnce() throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    assertTrue(authentication.refused(List.of("Basic realm=\"r\""), false));
    assertFalse(authentication.refused(List.of("Basic realm=\"r\""), true));
    var digest = new Authentication(MUFASA, false, new Random(1));
    assertTrue(digest.refused(List.of("Digest realm=\"r\", nonce=\"n\""), false));
    assertFalse(digest.refused(List.of("Digest realm=\"r\", nonce=\"m\""), true));
  }

  @Test
  void whoWasAskedOnceSaysItByItself() throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    authentication.refused(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), false);
    assertTrue(nc(authentication).equals("00000001"));
    assertTrue(nc(authentication).equals("00000002"));
  }

  @Test
  void aStaleNonceIsNoWrongPassword() throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    authentication.refused(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), false);
    var _ = nc(authentication);
    assertTrue(
        authentication.refused(
            List.of("Digest realm=\"r\", nonce=\"m\", qop=\"auth\", stale=true"), true));
    String value = authentication.fieldValue(Method.GET, "/", Payload.NONE).orElseThrow();
    assertTrue(value.contains("nonce=\"m\"") && value.contains("nc=00000001"), value);
  }

  @Test
  void theServerMayGiveTheNextNonce() throws IOException {
    var authentication = new Authentication(MUFASA, false, new Random(1));
    authentication.refused(List.of("Digest realm=\"r\", nonce=\"n\", qop=\"auth\""), false);
    var _ = nc(authentication);
    authentication.informed("nextnonce=\"x\", qop=auth, rspauth=\"00\"");
    String value = authentication.fieldValue(Method.GET, "/", Payload.NONE).orElseThrow();
    assertTrue(value.contains("nonce=\"x\"") && value.contains("nc=00000001"), value);
    authentication.informed("nextnonce=\"unclosed");
    assertEquals("00000002", nc(authentication));
  }

  @Test
  void unaskedOnlyWhereTheUserSaysSo() throws IOException {
    var eager = new Authentication(MUFASA, true, new Random(1));
    assertTrue(eager.fieldValue(Method.GET, "/", Payload.NONE).orElseThrow().startsWith("Basic "));
    var token = new Authentication(new Bearer(Secret.of("abc")), false, new Random(1));
    assertEquals(Optional.of("Bearer abc"), token.fieldValue(Method.GET, "/", Payload.NONE));
  }

  @Test
  void aBasicThatWasNotAskedForGivesWayToDigest() throws IOException {
    var eager = new Authentication(MUFASA, true, new Random(1));
    assertTrue(eager.refused(List.of("Digest realm=\"r\", nonce=\"n\""), true));
    assertTrue(eager.fieldValue(Method.GET, "/", Payload.NONE).orElseThrow().startsWith("Digest "));
  }

  private static String nc(Authentication authentication) throws IOException {
    String value = authentication.fieldValue(Method.GET, "/", Payload.NONE).orElseThrow();
    return value.replaceAll(".*nc=([0-9a-f]*).*", "$1");
  }
}
