package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ByteReaderFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    ByteReaderFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(ByteReaderFuzz.class);
  }

  @Property
  void anyBytesReadAsTheObviousCodeReadsThem(@ForAll byte[] bytes) {
    ByteReaderFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedSeedsReadAsTheObviousCodeReadsThem(@ForAll("damaged") byte[] bytes) {
    ByteReaderFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(ByteReaderFuzz.class);
  }
}
