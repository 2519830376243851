package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.http.Body;
import dev.tinwire.http.Fields;
import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.Method;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bytes that hurt other servers, over a real socket, as they are and changed at random (by a seed):
 * whatever is said is an answer to the letter, never a 5xx of ours but "not implemented" and "no
 * such version", nothing smuggled is served, and the next client is.
 */
class HostileRequestsTest {
  private static final int MUTATIONS = 40;

  private static LocalServer server;

  @BeforeAll
  static void start() throws IOException {
    server = new LocalServer(LocalServer.ECHO);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static Stream<Corpus.Sample> samples() {
    return Corpus.of(HostileRequests.class);
  }

  /** Names the corpus. */
  static final class HostileRequests {}

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void aHostileRequestHurtsNobody(Corpus.Sample sample) throws Exception {
    String said = said(sample.bytes());
    assertFalse(said.contains("/smuggled"), said);
    judge(said);
    nextIsServed();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void norDoesItWhenItIsChanged(Corpus.Sample sample) throws Exception {
    var random = new Random(sample.toString().hashCode());
    for (int i = 0; i < MUTATIONS; i++) judge(said(mutated(sample.bytes(), random)));
    nextIsServed();
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] changed = bytes.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      byte[] some = {0, '\r', '\n', ' ', ':', '\t', (byte) 0xff, (byte) random.nextInt()};
      changed[random.nextInt(changed.length)] = some[random.nextInt(some.length)];
    }
    return changed;
  }

  /** All that comes back; a client that half-closes is served, and then closed. */
  private static String said(byte[] bytes) throws IOException {
    try (var socket = server.connect()) {
      socket.getOutputStream().write(bytes);
      socket.shutdownOutput();
      return LocalServer.rest(socket);
    } catch (SocketException _) {
      return ""; // a body that was cut is answered by a reset
    }
  }

  private static void judge(String said) throws IOException {
    var in = new ByteReader(new ByteArrayInputStream(said.getBytes(StandardCharsets.ISO_8859_1)));
    while (!in.atEnd()) {
      var head = ResponseHead.read(in, Limits.CLIENT, Set.<Leniency>of());
      Fields fields = head.fields();
      if (head.status().isInformational()) continue;
      var framing =
          Framing.ofResponse(
              Method.GET, head.status(), fields, head.line().version(), Set.<Leniency>of());
      assertTrue(Body.of(framing, in, Limits.CLIENT).drain(1 << 20));
      assertTrue(fields.has("Date"), said);
      int code = head.status().code();
      assertTrue(code < 500 || code == 501 || code == 505, said);
    }
  }

  private static void nextIsServed() throws Exception {
    server.talk(
        """
        C: GET /next HTTP/1.1
        C: Host: h
        C:
        S: HTTP/1.1 200 OK
        S*:
        S+: GET /next \\n
        """);
    assertEquals(0, server.server().counters().requests(0));
    assertFalse(server.failed());
  }
}
