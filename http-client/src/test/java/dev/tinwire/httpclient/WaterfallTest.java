package dev.tinwire.httpclient;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.tinwire.wire.terminal.Screen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The picture of a page's parts keeps to the screen. */
final class WaterfallTest {
  private static final int PARTS = 12;

  @ParameterizedTest(name = "{0} columns")
  @ValueSource(ints = {80, 110, 132, 200})
  void noBarIsLongerThanItsLine(int columns) throws Exception {
    try (var site = new SiteOrigin();
        var client = TestClients.patient()) {
      var parts = new ArrayList<PagePart>();
      for (int i = 0; i < PARTS; i++) {
        String path = "/" + "long".repeat(i) + ".png";
        site.with(path, "image/png", new byte[100_000]);
        Url url = Url.parse(site.url()).resolve(path);
        try (var response = client.send(Request.get(url))) {
          int bytes = response.bytes().length;
          // Each begins when the one before it was over, so the last one reaches the edge.
          var begin = parts.isEmpty() ? Duration.ZERO : parts.getLast().end();
          parts.add(new PagePart(url, "document", begin, Optional.of(response), bytes, ""));
        }
      }
      List<String> lines =
          Waterfall.of(parts, new Screen(true, columns, false, true)).subList(0, PARTS);
      int longest = lines.stream().mapToInt(String::length).max().orElseThrow();
      assertTrue(longest <= columns, () -> longest + " columns: " + lines);
      assertEquals(
          PARTS, lines.stream().filter(line -> line.endsWith("█")).count(), lines::toString);
    }
  }
}
