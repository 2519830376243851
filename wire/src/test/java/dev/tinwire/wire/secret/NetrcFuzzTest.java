package dev.tinwire.wire.secret;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Mutations;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetrcFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsAValueOrRefused(Corpus.Sample sample) {
    NetrcFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(NetrcFuzz.class);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    NetrcFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedSamplesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    NetrcFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(NetrcFuzz.class);
  }
}
