package dev.tinwire.wire;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class Socks5FuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("Socks5Fuzz", Socks5Fuzz::fuzzerTestOneInput);
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
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("Socks5Fuzz");
  }
}
