package dev.tinwire.wire;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ByteReaderFuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("ByteReaderFuzz", ByteReaderFuzz::fuzzerTestOneInput);
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
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("ByteReaderFuzz");
  }
}
