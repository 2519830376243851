package dev.tinwire.wire;

import java.io.IOException;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ConnectReplyFuzzTest {
  @TestFactory
  Stream<DynamicTest> corpus() throws IOException {
    return Corpus.tests("ConnectReplyFuzz", ConnectReplyFuzz::fuzzerTestOneInput);
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
  Arbitrary<byte[]> damaged() throws IOException {
    return Corpus.mutations("ConnectReplyFuzz");
  }
}
