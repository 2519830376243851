package dev.tinwire.heartbeat;

import dev.tinwire.testkit.Corpus;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class WatchCorpusTest {
  @ParameterizedTest
  @MethodSource("configurations")
  void configurationsThatOnceHurtAreSurvived(Corpus.Sample sample) {
    ConfigFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> configurations() {
    return Corpus.of(ConfigFuzz.class);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void requestsThatOnceHurtAreSurvived(Corpus.Sample sample) {
    ControlFuzz.fuzzerTestOneInput(sample.bytes());
  }

  static Stream<Corpus.Sample> requests() {
    return Corpus.of(ControlFuzz.class);
  }
}
