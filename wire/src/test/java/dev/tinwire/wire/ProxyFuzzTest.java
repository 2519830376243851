package dev.tinwire.wire;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ProxyFuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("ProxyFuzz", ProxyFuzz::fuzzerTestOneInput);
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
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("ProxyFuzz");
  }
}
