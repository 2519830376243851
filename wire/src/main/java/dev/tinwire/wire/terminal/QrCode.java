package dev.tinwire.wire.terminal;

import io.nayuki.qrcodegen.DataTooLongException;
import io.nayuki.qrcodegen.QrCode.Ecc;
import io.nayuki.qrcodegen.QrSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A text as a QR code (ISO/IEC 18004) drawn with characters, for a phone to read off the screen.
 *
 * <p>In colour it is black on white whatever the terminal's theme. Without colour the light modules
 * are drawn, so it is right on a dark background; on a light one it appears inverted, which phones
 * read, though not every other reader does.
 */
public final class QrCode {
  /** Light modules on each side that a reader needs to find the symbol (ISO/IEC 18004 §5.3.8). */
  static final int QUIET_ZONE = 4;

  private static final int ECI_UTF_8 = 26;

  private static final String BLACK_ON_WHITE = "\033[38;5;16;48;5;231m";
  private static final String RESET = "\033[0m";

  private final io.nayuki.qrcodegen.QrCode symbol;

  private QrCode(io.nayuki.qrcodegen.QrCode symbol) {
    this.symbol = symbol;
  }

  /** The smallest symbol that holds the text; empty if none does (some 2900 bytes are too many). */
  public static Optional<QrCode> of(String text) {
    try {
      return Optional.of(
          new QrCode(io.nayuki.qrcodegen.QrCode.encodeSegments(segments(text), Ecc.LOW)));
    } catch (DataTooLongException _) {
      return Optional.empty();
    }
  }

  /**
   * Without a word about the encoding readers guess, and some guess Shift JIS (zbar does): what is
   * not ASCII is announced as UTF-8 (ISO/IEC 18004 §7.4.2).
   */
  private static List<QrSegment> segments(String text) {
    var segments = new ArrayList<QrSegment>();
    if (text.chars().anyMatch(c -> c > 0x7f)) segments.add(QrSegment.makeEci(ECI_UTF_8));
    segments.addAll(QrSegment.makeSegments(text));
    return segments;
  }

  /** Modules along one side, the quiet zone included. */
  public int size() {
    return symbol.size + 2 * QUIET_ZONE;
  }

  /** How many columns it takes; who has fewer should not draw it. */
  public int columns(Screen screen) {
    return screen.unicode() ? size() : 2 * size();
  }

  /** The picture: two rows of modules in a line, or in ASCII one row, two characters a module. */
  public List<String> lines(Screen screen) {
    int step = screen.unicode() ? 2 : 1;
    return IntStream.iterate(0, y -> y < size(), y -> y + step)
        .mapToObj(y -> line(y, screen))
        .toList();
  }

  private String line(int y, Screen screen) {
    String line =
        IntStream.range(0, size())
            .mapToObj(x -> character(x, y, screen))
            .collect(Collectors.joining());
    return screen.colour() ? BLACK_ON_WHITE + line + RESET : line;
  }

  private String character(int x, int y, Screen screen) {
    // What is drawn in the foreground: the dark modules if that is black, else the light ones.
    boolean upper = dark(x, y) == screen.colour();
    boolean lower = dark(x, y + 1) == screen.colour();
    if (!screen.unicode()) return upper ? "##" : "  ";
    if (upper) return lower ? "█" : "▀";
    return lower ? "▄" : " ";
  }

  /** Whether a module is dark; all outside the symbol are light. */
  boolean dark(int x, int y) {
    return symbol.getModule(x - QUIET_ZONE, y - QUIET_ZONE);
  }
}
