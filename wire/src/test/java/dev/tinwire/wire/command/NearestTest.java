package dev.tinwire.wire.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      textBlock =
          """
          gte,       get
          serv,      serve
          srve,      serve
          montior,   monitor
          moniter,   monitor
          get,       get
          xyz,
          bicycle,
          '',
          """)
  void whatMayHaveBeenMeant(String word, String nearest) {
    var words = List.of("get", "put", "serve", "mail", "ping", "monitor");
    assertEquals(Optional.ofNullable(nearest), Nearest.to(word, words));
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({"'', '', 0", "'', abc, 3", "abc, abc, 0", "abc, acb, 1", "kitten, sitting, 3"})
  void distances(String a, String b, int distance) {
    assertEquals(distance, Nearest.distance(a, b));
  }

  @Property
  void distanceIsSymmetricAndAtMostTheLongerWord(
      @ForAll @StringLength(max = 20) String a, @ForAll @StringLength(max = 20) String b) {
    assertEquals(Nearest.distance(a, b), Nearest.distance(b, a));
    assertTrue(Nearest.distance(a, b) <= Math.max(a.length(), b.length()));
    assertEquals(a.equals(b), Nearest.distance(a, b) == 0);
  }
}
