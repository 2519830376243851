package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProxyFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    ProxyFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(ProxyFuzz.class);
  }

  @Property
  void anyTextIsAProxyOrRefused(@ForAll byte[] bytes) {
    ProxyFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedTextsAreAProxyOrRefused(@ForAll("damaged") byte[] bytes) {
    ProxyFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(ProxyFuzz.class);
  }
}
