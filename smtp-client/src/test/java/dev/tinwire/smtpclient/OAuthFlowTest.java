package dev.tinwire.smtpclient;

import static dev.tinwire.smtpclient.IdentityServer.SILENCE;
import static dev.tinwire.smtpclient.IdentityServer.deviceCode;
import static dev.tinwire.smtpclient.IdentityServer.failed;
import static dev.tinwire.smtpclient.IdentityServer.granted;
import static dev.tinwire.smtpclient.IdentityServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.FakeClock;
import dev.tinwire.testkit.TestIdentity;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.Durations;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.tls.TlsClient;
import dev.tinwire.wire.tls.TlsFailed;
import dev.tinwire.wire.tls.TlsOptions;
import dev.tinwire.wire.tls.Trust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The flows against an identity server on the loopback; no test waits for real seconds. */
final class OAuthFlowTest {
  private static final OAuthClient CLIENT = new OAuthClient("my-client", Optional.empty());
  private static final Deadline LONG = Deadline.in(Duration.ofSeconds(30));

  private final FakeClock clock = new FakeClock();
  private final List<Duration> slept = new ArrayList<>();
  private final List<String> told = new ArrayList<>();

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pending pending granted   | 5s 5s 5s      | TOKEN
          slow granted              | 5s 10s        | TOKEN
          slow slow pending granted | 5s 10s 15s 15s | TOKEN
          broken granted            | 5s 10s        | TOKEN
          cut granted               | 5s 10s        | TOKEN
          declined                  | 5s            | the login was declined
          denied                    | 5s            | the login was declined
          expired                   | 5s            | the code has expired; begin again for a new one
          pending other             | 5s 5s         | the identity server refused: invalid_client: in words
          garbage                   | 5s            | the identity server answered HTTP 200 and something that is no JSON object
          """)
  void aDeviceAsksAtThePaceItIsTold(String answers, String pauses, String outcome)
      throws Exception {
    var all = new ArrayList<>(List.of(deviceCode(900)));
    for (String word : answers.split(" ", -1)) all.add(answer(word));
    try (var server = new IdentityServer(all.toArray(String[]::new))) {
      assertEquals(outcome, device(server));
      assertEquals(pauses, slept.stream().map(Durations::print).collect(Collectors.joining(" ")));
      assertEquals(List.of("open https://login.example/device and enter the code ABCD-EFGH"), told);
      assertEquals("/organizations/oauth2/v2.0/devicecode", server.asked().getFirst().path());
      assertEquals(
          Map.of(
              "client_id", "my-client",
              "grant_type", "urn:ietf:params:oauth:grant-type:device_code",
              "device_code", "DC"),
          server.asked().getLast().form());
    }
  }

  private static String answer(String word) {
    return switch (word) {
      case "pending" -> failed("authorization_pending");
      case "slow" -> failed("slow_down");
      case "declined" -> failed("authorization_declined");
      case "denied" -> failed("access_denied");
      case "expired" -> failed("expired_token");
      case "other" -> failed("invalid_client");
      case "broken" -> json(503, "try later");
      case "cut" -> "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{";
      case "garbage" -> json(200, "\u001b[2J<html>");
      default -> granted("TOKEN", "REFRESH");
    };
  }

  @Test
  void aCodeThatNobodyTypesEndsWithItsTime() throws Exception {
    String pending = failed("authorization_pending");
    try (var server = new IdentityServer(deviceCode(12), pending, pending)) {
      assertEquals("nobody entered the code in time", device(server));
      assertEquals(3, slept.size());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{\"device_code\":\"x\"}",
        "{\"device_code\":\"x\",\"user_code\":\"y\",\"verification_uri\":\"http://evil.example\","
            + "\"expires_in\":9}",
        "{\"device_code\":\"x\",\"user_code\":\"y\",\"verification_uri\":\"javascript:1\","
            + "\"expires_in\":9}",
        "{\"device_code\":\"x\",\"user_code\":\"y\",\"verification_uri\":\"https://a.example\","
            + "\"expires_in\":-9}"
      })
  void whatIsNoDeviceCodeIsNotShown(String body) throws Exception {
    try (var server = new IdentityServer(json(200, body))) {
      assertTrue(device(server).startsWith("the identity server"));
      assertEquals(List.of(), told);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nonsense\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"
      })
  void whatIsNoAnswerIsRefused(String answer) throws Exception {
    try (var server = new IdentityServer(answer, granted("x", "y"))) {
      assertThrows(WireException.class, () -> TokenReply.parse(post(server, 30_000)));
      assertEquals(1, server.asked().size());
    }
  }

  @Test
  void anEndlessAnswerIsCutOff() throws Exception {
    String huge = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(300 * 1024);
    try (var server = new IdentityServer(huge)) {
      var fault = assertThrows(WireException.class, () -> post(server, 30_000));
      assertTrue(String.valueOf(fault.getMessage()).contains("262144"), fault::toString);
    }
  }

  @Test
  void aServerThatSaysNothingIsWaitedForOnlySoLong() throws Exception {
    try (var server = new IdentityServer(SILENCE)) {
      var fault = assertThrows(WireException.class, () -> post(server, 200));
      assertTrue(String.valueOf(fault.getMessage()).startsWith("timed out after 200ms"));
    }
  }

  @Test
  void theCertificateIsVerified() throws Exception {
    var identity = TestIdentity.localhost();
    Path authority = Files.writeString(folder.resolve("ca.pem"), identity.certificatePem());
    var trusting = TlsOptions.DEFAULT.with(new Trust.Authorities(List.of(authority)));
    String yes = granted("T", "R");
    try (var server = new IdentityServer(identity.server(), yes, yes)) {
      String url = server.url() + "/t";
      assertEquals(200, endpoint(trusting, 30_000).post(url, Map.of(), LONG).status());
      assertThrows(
          TlsFailed.class, () -> endpoint(TlsOptions.DEFAULT, 30_000).post(url, Map.of(), LONG));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://login.example/t",
        "http://localhost/t",
        "ftp://127.0.0.1/",
        "https:///t",
        "https://a.example/t?q",
        "https://user@a.example/",
        "https://a.example/\r\nX: y"
      })
  void secretsGoOverTlsOrNowhere(String url) {
    assertThrows(WireException.class, () -> OAuthAddress.parse(url));
  }

  private String device(IdentityServer server) throws Exception {
    var pace = new Pace(clock, clock::nanoTime, this::sleep);
    OAuthProvider provider = OAuthProvider.of("office365", Optional.empty()).at(server.url());
    var flow = new DeviceFlow(provider, CLIENT, endpoint(TlsOptions.DEFAULT, 30_000), pace);
    try {
      Deadline deadline = Deadline.in(Duration.ofMinutes(10), clock::nanoTime);
      var tokens = flow.run(deadline, told::add);
      assertFalse(tokens.refresh().isEmpty());
      return tokens.access().reveal();
    } catch (WireException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private void sleep(Duration time) {
    slept.add(time);
    clock.advance(time);
  }

  private static TokenEndpoint.Answer post(IdentityServer server, int millis)
      throws IOException, InterruptedException {
    return endpoint(TlsOptions.DEFAULT, millis).post(server.url() + "/t", Map.of("a", "b"), LONG);
  }

  private static TokenEndpoint endpoint(TlsOptions tls, int millis) {
    var limits = new OAuthLimits(256 * 1024, Duration.ofMillis(millis), 20, Duration.ofSeconds(10));
    return new DirectTokenEndpoint(new Dialler(DialOptions.defaults()), new TlsClient(tls), limits);
  }
}
