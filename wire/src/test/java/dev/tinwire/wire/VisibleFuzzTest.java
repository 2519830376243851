package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VisibleFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void whatOnceHurtIsFine(Corpus.Sample sample) {
    VisibleFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(VisibleFuzz.class);
  }

  @Property
  void anyBytesBecomeHarmless(@ForAll byte[] bytes) {
    VisibleFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void anyTextBecomesHarmless(@ForAll String text) {
    VisibleFuzz.fuzzerTestOneInput(text.getBytes(StandardCharsets.UTF_8));
  }

  @Property
  void damagedTextsBecomeHarmless(@ForAll("damaged") byte[] bytes) {
    VisibleFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(VisibleFuzz.class);
  }
}
