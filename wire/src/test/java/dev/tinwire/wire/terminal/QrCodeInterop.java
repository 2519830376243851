package dev.tinwire.wire.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn on the terminal, read by zbar (Debian: zbar-tools) from a picture of it. */
class QrCodeInterop {
  private static final Path ZBARIMG = Path.of("/usr/bin/zbarimg");
  private static final int PIXELS = 4;

  @ParameterizedTest
  @ValueSource(strings = {"http://192.168.1.20:8080/", "https://[2001:db8::1]/grüße?q=%20", "1"})
  void isReadBack(String text, @TempDir Path folder) throws IOException, InterruptedException {
    assumeTrue(Files.isExecutable(ZBARIMG), "no zbarimg: apt install zbar-tools");
    var lines = QrCode.of(text).orElseThrow().lines(new Screen(true, 80, false, true));
    Path image = Files.writeString(folder.resolve("code.pbm"), bitmap(lines));
    var zbar =
        new ProcessBuilder(ZBARIMG.toString(), "-q", "--raw", image.toString())
            .redirectError(new File("/dev/null"))
            .start();
    String read = new String(zbar.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, zbar.waitFor());
    assertEquals(text + "\n", read);
  }

  /** As a dark terminal shows the half blocks: what is drawn is white (0 in a PBM). */
  private static String bitmap(List<String> lines) {
    int width = lines.getFirst().length();
    var bits = new StringBuilder("P1\n" + width * PIXELS + " " + lines.size() * 2 * PIXELS + "\n");
    for (String line : lines) {
      row(bits, line, "█▀");
      row(bits, line, "█▄");
    }
    return bits.toString();
  }

  private static void row(StringBuilder bits, String line, String white) {
    for (int again = 0; again < PIXELS; again++) {
      for (char c : line.toCharArray())
        bits.append((white.indexOf(c) >= 0 ? "0" : "1").repeat(PIXELS));
      bits.append('\n');
    }
  }
}
