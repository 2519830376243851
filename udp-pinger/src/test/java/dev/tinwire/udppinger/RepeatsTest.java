package dev.tinwire.udppinger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.udppinger.Simulation.Fate;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Two echo servers, set on each other by one forged datagram. */
final class RepeatsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final int A_PORT = 12_000;
  private static final int B_PORT = 12_001;

  @ParameterizedTest(name = "upper case: {0}")
  @ValueSource(booleans = {false, true})
  void twoServersThatAreSetOnEachOtherStopSoon(boolean upper) {
    var a = reflector(upper ? EchoService.plain().withUpper() : EchoService.plain(), A_PORT);
    var b = reflector(EchoService.plain(), B_PORT);
    Datagram ball = datagram("Ping 1 forged", B_PORT);
    int throwsOfTheBall = 0;
    while (throwsOfTheBall < 1000) {
      boolean atA = throwsOfTheBall % 2 == 0;
      ball.source = peer(atA ? B_PORT : A_PORT);
      long now = throwsOfTheBall * 10_000_000L; // a network of ten milliseconds
      if ((atA ? a : b).answer(ball, Fate.NONE, now) != Outcome.ANSWERED) break;
      throwsOfTheBall++;
    }
    assertEquals(2 * Repeats.MOST, throwsOfTheBall, 2);
  }

  @Test
  void whoChangesWhatHeSendsIsAlwaysAnswered() {
    var server = reflector(EchoService.plain(), A_PORT);
    for (int i = 0; i < 10_000; i++) {
      assertEquals(
          Outcome.ANSWERED, server.answer(datagram("Ping " + i + " 0.5", 50_000), Fate.NONE, i));
    }
  }

  @Test
  void theSameSentenceOnceASecondIsAlwaysAnswered() {
    var server = reflector(EchoService.plain(), A_PORT);
    for (int i = 0; i < 100; i++) {
      long now = i * 1_000_000_000L;
      assertEquals(Outcome.ANSWERED, server.answer(datagram("hello", 50_000), Fate.NONE, now));
    }
  }

  @Test
  void aClassThatSaysTheSameAtOnceIsAnswered() {
    var server = reflector(EchoService.plain(), A_PORT);
    for (int i = 0; i < 1000; i++) {
      assertEquals(Outcome.ANSWERED, server.answer(datagram("hello", 20_000 + i), Fate.NONE, i));
    }
  }

  @Test
  void whoRepeatsHimselfIsHeardAgainAfterAWhile() {
    var repeats = new Repeats(0);
    var datagram = datagram("", 50_000);
    for (int i = 0; i < Repeats.MOST; i++) assertEquals(false, repeats.tooMany(datagram, 0));
    assertEquals(true, repeats.tooMany(datagram, Repeats.WINDOW));
    assertEquals(false, repeats.tooMany(datagram, Repeats.WINDOW + 1));
  }

  @ParameterizedTest(name = "{0} a second: at least {1} answered in ten, none in the silence")
  @CsvSource({"10, 80", "100, 880", "1000, 8500", "100000, 850000"})
  void whoGoesOnWithoutAnswersIsNoLoopAndIsAnsweredAgain(int rate, int least) {
    var repeats = new Repeats(0);
    var datagram = datagram("always the same", 50_000);
    long silentSince = -1;
    int answers = 0;
    for (long i = 0; i < 10L * rate; i++) {
      long now = i * SECOND / rate;
      boolean answered = !repeats.tooMany(datagram, now);
      if (answered) answers++;
      else if (silentSince < 0) silentSince = now;
      if (answered && silentSince >= 0) assertTrue(now - silentSince >= Suspect.SILENCE);
    }
    assertTrue(answers >= least, answers + " answers");
    assertTrue(answers <= 9L * rate + 2 * Repeats.MOST, answers + " answers");
  }

  @Test
  void loopsThatSomebodyKeepsStartingGetNoMoreAnswersThanHeSends() {
    // Each datagram that he forges goes round for as long as it is answered, 10 ms a round.
    var repeats = new Repeats(0);
    var datagram = datagram("forged", 50_000);
    int inTheLoop = 0;
    int answers = 0;
    int forged = 0;
    for (long now = 0; now < 60L * SECOND; now += SECOND / 100) {
      inTheLoop++;
      forged++;
      int answeredNow = 0;
      for (int i = 0; i < inTheLoop; i++) if (!repeats.tooMany(datagram, now)) answeredNow++;
      answers += answeredNow;
      inTheLoop = answeredNow;
    }
    assertTrue(answers <= forged + 7 * Repeats.MOST, answers + " answers to " + forged);
  }

  @Test
  void aLoopThatIsStartedOnceAMinuteStaysDead() {
    var repeats = new Repeats(0);
    var datagram = datagram("forged", 50_000);
    for (int minute = 0; minute < 5; minute++) {
      int rounds = 0;
      while (rounds < 10_000
          && !repeats.tooMany(datagram, minute * 60L * SECOND + 100_000L * rounds)) {
        rounds++;
      }
      assertEquals(Repeats.MOST, rounds);
    }
  }

  private static EchoReflector reflector(EchoService service, int port) {
    return new EchoReflector(service, port, () -> 0, 0);
  }

  private static Datagram datagram(String text, int port) {
    byte[] octets = text.getBytes(StandardCharsets.US_ASCII);
    var datagram = new Datagram(ByteBuffer.wrap(octets));
    datagram.length = octets.length;
    datagram.source = peer(port);
    return datagram;
  }

  private static InetSocketAddress peer(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }
}
