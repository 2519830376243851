package dev.tinwire.wire.json;

import dev.tinwire.testkit.Corpus;
import dev.tinwire.wire.Mutations;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsAValueOrRefused(Corpus.Sample sample) {
    JsonFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(JsonFuzz.class);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    JsonFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedSamplesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    JsonFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(JsonFuzz.class);
  }
}
