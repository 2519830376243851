package dev.tinwire.heartbeat;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the monitor answers over its control socket. The number of lines is said first, so that one
 * that breaks off is not taken for all.
 *
 * <pre>
 * answer = ( "ok" / "no" ) SP count CRLF count*( line CRLF )
 * </pre>
 */
record ControlAnswer(boolean done, List<String> lines) {
  private static final int MAX_LINES = 4_000_000;
  private static final int MAX_LINE = 1 << 20;

  ControlAnswer {
    lines = List.copyOf(lines);
  }

  static ControlAnswer ok(String... lines) {
    return new ControlAnswer(true, List.of(lines));
  }

  static ControlAnswer no(String why) {
    return new ControlAnswer(false, List.of(why));
  }

  byte[] toBytes() {
    var out = new StringBuilder();
    out.append(done ? "ok " : "no ").append(lines.size()).append("\r\n");
    for (String line : lines) out.append(line.replaceAll("[\r\n]", " ")).append("\r\n");
    return out.toString().getBytes(StandardCharsets.UTF_8);
  }

  static ControlAnswer read(ByteReader reader) throws IOException {
    String head = reader.line("answer of the monitor", 32);
    if (!head.matches("(ok|no) [0-9]{1,7}")) {
      throw new WireException("the control socket answers in a way that no monitor does");
    }
    int count = Math.min(MAX_LINES, Integer.parseInt(head.substring(3)));
    var lines = new ArrayList<String>();
    for (int i = 0; i < count; i++) {
      byte[] bytes =
          reader.line("answer of the monitor", MAX_LINE).getBytes(StandardCharsets.ISO_8859_1);
      lines.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return new ControlAnswer(head.startsWith("ok"), lines);
  }
}
