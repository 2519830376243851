package dev.tinwire.wire.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/**
 * How wide the window is, asked of {@code stty}. That starts a process (some milliseconds), so only
 * those ask who draw over the whole width.
 */
public final class WindowSize {
  private static final int STTY_SECONDS = 1;

  private WindowSize() {}

  /** The screen with the window's real width, where it is live and its width can be had. */
  public static Screen measured(Screen screen) throws InterruptedException {
    if (!screen.live()) return screen;
    var columns = parse(askStty());
    return columns.isPresent() ? screen.withColumns(columns.getAsInt()) : screen;
  }

  /** Reads {@code ROWS COLUMNS}; a window of no columns is one that has not been told its size. */
  static OptionalInt parse(String size) {
    var words = size.strip().split(" ", -1);
    if (words.length != 2 || !words[1].matches("[1-9][0-9]{0,4}")) return OptionalInt.empty();
    return OptionalInt.of(Integer.parseInt(words[1]));
  }

  private static String askStty() throws InterruptedException {
    try {
      var stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!stty.waitFor(STTY_SECONDS, TimeUnit.SECONDS)) stty.destroy();
      try (var out = stty.getInputStream()) {
        return new String(out.readNBytes(64), StandardCharsets.US_ASCII);
      }
    } catch (IOException _) { // no stty, no controlling terminal: the usual width will do
      return "";
    }
  }
}
