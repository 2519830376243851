package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EndpointFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsAValueOrRefused(Corpus.Sample sample) {
    EndpointFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(EndpointFuzz.class);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    EndpointFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedSamplesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    EndpointFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(EndpointFuzz.class);
  }
}
