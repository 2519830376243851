package dev.tinwire.wire.tls;

import dev.tinwire.wire.Corpus;
import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class PemFuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("PemFuzz", PemFuzz::fuzzerTestOneInput);
  }

  @Property
  void anyBytesAreAValueOrRefused(@ForAll byte[] bytes) {
    PemFuzz.fuzzerTestOneInput(bytes);
  }

  @Property
  void damagedValuesAreAValueOrRefused(@ForAll("damaged") byte[] bytes) {
    PemFuzz.fuzzerTestOneInput(bytes);
  }

  @Provide
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("PemFuzz");
  }
}
