package dev.tinwire.heartbeat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheringTest {
  @ParameterizedTest(name = "{0} a second, a buffer of {1}: {2} ns")
  @CsvSource(
      textBlock =
          """
          # a second | buffer  | pause
          0          , 4194304 , 0
          4999       , 4194304 , 0
          5000       , 4194304 , 2000000
          100000     , 4194304 , 2000000
          1000000    , 4194304 , 1260307
          # what Linux grants where nobody has raised its limit
          100000     , 212992  , 640000
          """)
  void whereManyComeTheyAreTakenTogetherAndTheBufferNeverFills(
      double perSecond, int buffer, long pause) {
    assertEquals(pause, Gathering.pause(perSecond, buffer));
  }
}
