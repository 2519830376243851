package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectReplyFuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    ConnectReplyFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(ConnectReplyFuzz.class);
  }

  @Property
  void anyAnswerIsAReplyOrRefused(@ForAll byte[] bytes) {
    ConnectReplyFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedAnswersAreAReplyOrRefused(@ForAll("damaged") byte[] bytes) {
    ConnectReplyFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(ConnectReplyFuzz.class);
  }
}
