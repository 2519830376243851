package dev.tinwire.wire.tls;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Mutations;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DerReaderFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsFine(Corpus.Sample sample) {
    DerReaderFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(DerReaderFuzz.class);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    DerReaderFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedValuesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    DerReaderFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(DerReaderFuzz.class);
  }
}
