package dev.tinwire.http;

import dev.tinwire.testkit.Corpus;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The fuzz targets of the message grammar on their corpora, on damaged copies, on anything. */
class MessageFuzzTest {
  record Target(Class<?> type, Consumer<byte[]> fuzz) {
    @Override
    public String toString() {
      return type.getSimpleName();
    }
  }

  private static final List<Target> TARGETS =
      List.of(
          new Target(RequestHeadFuzz.class, RequestHeadFuzz::fuzzerTestOneInput),
          new Target(ResponseHeadFuzz.class, ResponseHeadFuzz::fuzzerTestOneInput),
          new Target(RequestTargetFuzz.class, RequestTargetFuzz::fuzzerTestOneInput),
          new Target(FramingFuzz.class, FramingFuzz::fuzzerTestOneInput),
          new Target(ChunkedFuzz.class, ChunkedFuzz::fuzzerTestOneInput));

  static Stream<Arguments> samples() {
    return TARGETS.stream()
        .flatMap(target -> Corpus.of(target.type).map(sample -> Arguments.of(target, sample)));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("samples")
  void samplesAreMessagesOrRefused(Target target, Corpus.Sample sample) {
    target.fuzz.accept(sample.bytes());
  }

  @Property
  void anyBytesAreMessagesOrRefused(@ForAll byte[] bytes) {
    for (Target target : TARGETS) target.fuzz.accept(bytes);
  }

  @Property
  void damagedMessagesAreMessagesOrRefused(@ForAll("damaged") Tuple2<Target, byte[]> input) {
    input.get1().fuzz.accept(input.get2());
  }

  @Provide
  Arbitrary<Tuple2<Target, byte[]>> damaged() {
    return Arbitraries.of(TARGETS)
        .flatMap(target -> Mutations.of(target.type).map(bytes -> Tuple.of(target, bytes)));
  }
}
