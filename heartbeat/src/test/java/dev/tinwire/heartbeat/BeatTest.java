package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a beat is and what it is not. */
final class BeatTest {
  /** More than thirty ways to be none; {@code ~} is a blank at an end, where CSV would lose it. */
  static Stream<String> noBeats() {
    String signed = "1 - 1763625600 id=a boot=1 mac=";
    return Stream.of(
        "",
        " ",
        "1",
        "1 -",
        "1 - ",
        "- 1763625600",
        "1 1763625600",
        "1 – 1763625600",
        "1  - 1763625600",
        "1 -  1763625600",
        " 1 - 1763625600",
        "-1 - 1763625600",
        "+1 - 1763625600",
        "01 - 1763625600",
        "1.5 - 1763625600",
        "0x1 - 1763625600",
        "1000000000000000000 - 1763625600",
        "99999999999999999999 - 1763625600",
        "1 - -1763625600",
        "1 - 1763625600.",
        "1 - .5",
        "1 - 1763625600.1234567890",
        "1 - 17636256001",
        "1 - 9999999999",
        "1 - 1.7e9",
        "1 - nan",
        "1 - 1763625600 ",
        "1 - 1763625600\n\n",
        "1 - 1763625600\0",
        "1 - 1763625600 id",
        "1 - 1763625600 id=",
        "1 - 1763625600 =a",
        "1 - 1763625600  id=a",
        "1 - 1763625600 id=a id=b",
        "1 - 1763625600 x=a x=a",
        "1 - 1763625600 id=a/b",
        "1 - 1763625600 id=\u001b[2J",
        "1 - 1763625600 id=" + "a".repeat(65),
        "1 - 1763625600 boot=G",
        "1 - 1763625600 boot=1234567890abc",
        "1 - 1763625600 p=0",
        "1 - 1763625600 p=05",
        "1 - 1763625600 p=2147483648",
        "1 - 1763625600 st=dead",
        "1 - 1763625600 st=pause:0",
        "1 - 1763625600 st=pause:",
        "1 - 1763625600 re=xyz",
        "1 - 1763625600 v.a=1 v.b=1 v.c=1 v.d=1 v.e=1 v.f=1 v.g=1 v.h=1 v.i=1",
        "1 - 1763625600 " + "k".repeat(33) + "=1",
        "1 - 1763625600 mac=" + "0".repeat(32),
        signed + "0".repeat(31),
        signed + "G".repeat(32),
        signed + "0".repeat(32) + " st=ok",
        signed + "0".repeat(32) + "\n",
        "1 - 1763625600 x=" + "y".repeat(500),
        "? 1 - 1763625600.000 pad=xxx");
  }

  @ParameterizedTest
  @MethodSource("noBeats")
  void whatIsNoneIsRefusedInWords(String text) {
    var fault = assertThrows(Malformed.class, () -> BeatText.parse(text));
    assertTrue(fault.problem().startsWith("a beat "), fault::problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          17 - 1763625600.123                           | 17 - 1763625600.123
          0 - 0                                         | 0 - 0.000
          999999999999999999 - 9223372035.999999999     | 999999999999999999 - 9223372035.999999999
          1 - 1763625600.1234567                        | 1 - 1763625600.1234567
          1 - 1763625600 id=db-1 boot=019a9f3c2d10 p=5000 st=ok | 1 - 1763625600.000 id=db-1 boot=19a9f3c2d10 p=5000
          1 - 1763625600 st=pause:60 p=1 id=::1         | 1 - 1763625600.000 id=::1 p=1 st=pause:60
          1 - 1763625600 new=thing v.load=0.3 v=1 vv.x=1 | 1 - 1763625600.000 v.load=0.3
          1 - 1763625600 re=abc st=bye                  | 1 - 1763625600.000 st=bye re=abc
          """)
  void isReadAndPrintedInOneWay(String text, String printed) throws Malformed {
    assertEquals(printed, BeatText.parse(text).print());
  }

  @Test
  void theLineEndThatNcSendsIsAccepted() throws Malformed {
    assertTrue(BeatLeniency.LINE_END);
    assertEquals(BeatText.parse("1 - 2"), BeatText.parse("1 - 2\n"));
    assertEquals(BeatText.parse("1 - 2"), BeatText.parse("1 - 2\r\n"));
  }

  @Property
  void whatIsPrintedIsReadBackTheSame(@ForAll("beats") Beat beat) throws Malformed {
    assertEquals(beat, BeatText.parse(beat.print()));
  }

  @Provide
  Arbitrary<Beat> beats() {
    var numbers = Arbitraries.longs().between(0, 999_999_999_999_999_999L);
    var stamps = Arbitraries.longs().between(0, 9_000_000_000_000_000_000L);
    var ids = Arbitraries.strings().withChars("abcXYZ019._:-").ofMaxLength(64);
    var boots = Arbitraries.longs().between(-1, 0xffff_ffff_ffffL);
    var periods = Arbitraries.integers().between(0, Integer.MAX_VALUE);
    var states = Arbitraries.of(Status.values());
    var values =
        Arbitraries.maps(
                ids.ofMinLength(1).ofMaxLength(8).map(k -> k.replace(':', '_')),
                ids.ofMinLength(1).ofMaxLength(16))
            .ofMaxSize(8);
    return Combinators.combine(numbers, stamps, ids, boots, periods, states, values, boots)
        .as((n, t, id, boot, p, st, v, re) ->
            new Beat(n, t, id, boot, p, st, st == Status.PAUSE ? 60 : 0, v, re));
  }

  @Property
  void whatWasSignedVerifiesAndNothingElse(@ForAll("beats") Beat beat, @ForAll byte[] master) {
    var key = new BeatKey(master.length < 16 ? new byte[16] : master, true);
    if (beat.id().isEmpty() || beat.boot() < 0) return;
    byte[] text = key.sign(beat.print(), beat.id()).getBytes(StandardCharsets.US_ASCII);
    var parser = new BeatParser();
    assertTrue(parser.parse(text, text.length), () -> String.valueOf(parser.fault));
    assertTrue(key.copy().verifies(parser));
    text[0] = (byte) (text[0] == '1' ? '2' : '1');
    if (parser.parse(text, text.length)) assertTrue(!key.verifies(parser));
  }

  @Test
  void aSendersOwnKeySignsForItAlone() {
    var master = new BeatKey(new byte[32], true);
    var own = new BeatKey(master.of("db-1"), false);
    String beat = "1 - 1763625600.000 id=db-1 boot=1";
    assertEquals(master.sign(beat, "db-1"), own.sign(beat, "db-1"));
    String other = beat.replace("db-1", "db-2");
    assertTrue(!master.verifies(own.sign(other, "db-2"), "db-2"));
  }

  /** HMAC-SHA-256 as Python's hmac and OpenSSL compute it. */
  @Test
  void theMacIsThatOfOthers() {
    var master = new BeatKey("0123456789abcdef".getBytes(StandardCharsets.US_ASCII), true);
    assertEquals(
        "17 - 1763625600.123 id=db-1 boot=19a9f3c2d10 p=5000 mac=da631aac02d09d81ed23714ffe5e7493",
        master.sign("17 - 1763625600.123 id=db-1 boot=19a9f3c2d10 p=5000", "db-1"));
  }

  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsSurvived(Corpus.Sample sample) {
    BeatFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(BeatFuzz.class);
  }

  @Property
  void anyBytesAreSurvived(@ForAll byte[] octets) {
    BeatFuzz.fuzzerTestOneInput(octets);
  }

  @Test
  void valuesAreThoseWithANameOnly() throws Malformed {
    assertEquals(Map.of("a", "1"), BeatText.parse("1 - 2 v.a=1 v.=2 w.b=3").values());
    assertNotNull(new BeatParser().pairs);
  }
}
