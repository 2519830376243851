package dev.tinwire.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class VisibleFuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("VisibleFuzz", VisibleFuzz::fuzzerTestOneInput);
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
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("VisibleFuzz");
  }
}
