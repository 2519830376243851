package dev.tinwire.httpserver;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.tinwire.http.Framing;
import dev.tinwire.http.Leniency;
import dev.tinwire.http.Limits;
import dev.tinwire.http.RequestHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.ByteReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;

/** Known by heart is what the parser has accepted, and nothing else. */
class RepertoireTest {
  private static final InetSocketAddress CLIENT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);

  /** Knows an answer to everything. */
  private static final InstantHandler KNOWING =
      new InstantHandler() {
        @Override
        public Answer answer(Request request) {
          return Answer.of(Status.OK, Content.of("hello"));
        }

        @Override
        public Optional<InstantAnswer> atOnce(Request request) {
          return Optional.of(new InstantAnswer(answer(request), () -> true));
        }
      };

  private static Repertoire repertoire() {
    var service =
        new Service(
            KNOWING,
            ServerLimits.DEFAULT,
            ServerObserver.SILENT,
            new Counters(),
            InstantSource.system(),
            new DateLine(),
            () -> false);
    return new Repertoire(service, false);
  }

  /** Whether the parser takes it for one request without content, and to its end. */
  private static boolean accepted(byte[] head) {
    var in = new ByteReader(new ByteArrayInputStream(head));
    try {
      Terms terms = Terms.of(RequestHead.read(in, Limits.SERVER, Leniency.SERVER), false);
      return terms.framing() instanceof Framing.None && !in.anythingUnread();
    } catch (IOException _) {
      return false;
    }
  }

  private static void check(String text) {
    byte[] head = text.getBytes(StandardCharsets.ISO_8859_1);
    boolean expected = accepted(head);
    Repertoire repertoire = repertoire();
    for (int time = 0; time < 2; time++) {
      Prepared found = repertoire.find(head, 0, head.length, CLIENT, "Date: now\r\n");
      assertEquals(expected, found != null, text);
    }
  }

  @Property
  void anyBytesAreKnownIfTheyAreARequest(@ForAll byte[] bytes) {
    check(new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n");
  }

  @Property
  void aHeadThatIsAlmostRightIsJudgedAsByTheParser(
      @ForAll @Chars({'a', ':', ' ', '\t', '\r', '\n', '/', '1'}) @StringLength(max = 8)
          String odd) {
    check("GET /a HTTP/1.1\r\nHost: h\r\n" + odd + "\r\n\r\n");
    check("GET /" + odd + " HTTP/1.1\r\nHost: h\r\n\r\n");
    check(odd + "GET /a HTTP/1.1\r\nHost: h\r\n\r\n");
  }
}
