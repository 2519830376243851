package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QrCodeTest {
  private static final Screen UNICODE = new Screen(true, 80, false, true);
  private static final Screen COLOUR = new Screen(true, 80, true, true);

  /** ISO/IEC 18004 §5.3.2.1: the square at three corners, with its separator. */
  private static final List<String> FINDER =
      List.of(
          "#######.",
          "#.....#.",
          "#.###.#.",
          "#.###.#.",
          "#.###.#.",
          "#.....#.",
          "#######.",
          "........");

  private final QrCode code = QrCode.of("http://192.168.1.20:8080/").orElseThrow();

  @Test
  void hasFinderPatternsAtThreeCornersInsideTheQuietZone() {
    int far = code.size() - QrCode.QUIET_ZONE - 1;
    int near = QrCode.QUIET_ZONE;
    assertEquals(FINDER, patch(near, 1, near, 1));
    assertEquals(FINDER, patch(far, -1, near, 1));
    assertEquals(FINDER, patch(near, 1, far, -1));
  }

  private List<String> patch(int x, int stepX, int y, int stepY) {
    return IntStream.range(0, 8)
        .mapToObj(row ->
            IntStream.range(0, 8)
                .mapToObj(col -> code.dark(x + col * stepX, y + row * stepY) ? "#" : ".")
                .collect(Collectors.joining()))
        .toList();
  }

  @Test
  void theQuietZoneIsLight() {
    for (int i = 0; i < code.size(); i++) {
      for (int edge = 0; edge < QrCode.QUIET_ZONE; edge++) {
        assertTrue(!code.dark(i, edge) && !code.dark(edge, i));
        assertTrue(!code.dark(i, code.size() - 1 - edge) && !code.dark(code.size() - 1 - edge, i));
      }
    }
  }

  @ParameterizedTest(name = "{0} bytes: version of {1} modules")
  @CsvSource({"17, 21", "18, 25", "32, 25", "33, 29", "2953, 177"})
  void theSmallestVersionIsTaken(int length, int modules) {
    var taken = QrCode.of("a".repeat(length)).orElseThrow();
    assertEquals(modules + 8, taken.size());
  }

  @Test
  void aTextTooLongHasNoCode() {
    assertTrue(QrCode.of("a".repeat(2954)).isEmpty());
  }

  @Test
  void withoutColourTheLightModulesAreDrawn() {
    var lines = code.lines(UNICODE);
    assertEquals("█".repeat(code.size()), lines.getFirst());
    assertEquals("████ ▄▄▄▄▄ █", lines.get(2).substring(0, 12)); // the finder's edge, then its ring
    assertEquals("█".repeat(code.size()), lines.getLast());
  }

  @Test
  void inColourItIsBlackOnWhiteWhateverTheTheme() {
    var lines = code.lines(COLOUR);
    String white = " ".repeat(code.size());
    assertEquals("\033[38;5;16;48;5;231m" + white + "\033[0m", lines.getFirst());
  }

  @Test
  void inAsciiAModuleIsTwoCharactersWide() {
    var lines = code.lines(Screen.PLAIN);
    assertEquals(code.size(), lines.size());
    assertTrue(lines.stream().allMatch(line -> line.length() == code.columns(Screen.PLAIN)));
    assertEquals("########" + "              " + "##", lines.get(4).substring(0, 24));
  }
}
