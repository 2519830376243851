package dev.tinwire.wire;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class Socks5FuzzTest {
  @ParameterizedTest
  @MethodSource("corpus")
  void checkedIn(Corpus.Sample sample) {
    Socks5Fuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> corpus() {
    return Corpus.of(Socks5Fuzz.class);
  }

  @Property
  void anyAnswerOpensOrIsRefused(@ForAll byte[] bytes) {
    Socks5Fuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedAnswersOpenOrAreRefused(@ForAll("damaged") byte[] bytes) {
    Socks5Fuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() {
    return Mutations.of(Socks5Fuzz.class);
  }
}
