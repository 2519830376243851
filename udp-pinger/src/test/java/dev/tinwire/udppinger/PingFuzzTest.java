package dev.tinwire.udppinger;

import dev.tinwire.testkit.Corpus;
import java.util.Arrays;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PingFuzzTest {
  /** What servers are sent is what a pinger may get back. */
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsSurvived(Corpus.Sample sample) {
    PingFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(EchoFuzz.class);
  }

  @Property
  void anyDatagramIsJudged(@ForAll byte[] octets) {
    PingFuzz.fuzzerTestOneInput(octets);
  }

  @Property
  void damagedAnswersAreJudged(@ForAll("damaged") byte[] octets) {
    PingFuzz.fuzzerTestOneInput(octets);
  }

  /** Of packets that were sent, and of some that never were. */
  @Provide
  Arbitrary<byte[]> damaged() {
    var sent =
        Arbitraries.of(
            LongStream.range(0, 8).boxed().flatMap(n -> PingFuzz.sent(n).stream()).toList());
    var places = Arbitraries.doubles().between(0, 1);
    var bits = Arbitraries.integers().between(0, 8); // 8 leaves it whole
    var cuts = Arbitraries.integers().between(0, 3);
    return Combinators.combine(sent, places, bits, cuts).as(PingFuzzTest::damage);
  }

  private static byte[] damage(byte[] sent, double place, int bit, int cut) {
    byte[] damaged = Arrays.copyOf(sent, Math.max(0, sent.length - cut));
    if (damaged.length > 0) damaged[(int) (place * (damaged.length - 1))] ^= (byte) (1 << bit);
    return damaged;
  }
}
