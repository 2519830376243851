package dev.tinwire.httpserver;

import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes are a form of a few fields, or refused without being shown; and no way back leads out.
 */
public final class FormDataFuzz {
  private FormDataFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    try {
      var form = FormData.parse(text);
      if (form.pairs().size() > FormData.MOST) throw new AssertionError("too many");
      inside(form.value("to").orElse(text));
    } catch (Malformed refused) {
      if (!refused.caret().startsWith("***")) throw new AssertionError("shown", refused);
    }
  }

  private static void inside(String to) {
    String way = WayBack.of(to);
    boolean plain = way.chars().allMatch(c -> c > ' ' && c < 0x7f);
    if (!plain || !way.startsWith("/") || way.startsWith("//") || way.startsWith("/\\")) {
      throw new AssertionError("leads out: " + way);
    }
  }
}
