package dev.tinwire.httpclient;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The head of an answer for eyes: the status coloured by its class, names apart from values. */
final class HeadLines {
  private HeadLines() {}

  static List<String> of(ResponseHead head, Screen screen) {
    var lines = new ArrayList<String>();
    var status = head.line();
    String rest = Visible.of((status.status().code() + " " + text(status.reason())).strip());
    lines.add(
        screen.paint(Style.DIM, status.version().toString())
            + " "
            + screen.paint(style(status.status()), rest));
    for (FieldLine line : head.fields().lines()) {
      String name = Visible.of(line.name());
      lines.add(screen.paint(Style.ACCENT, name) + ": " + Visible.of(text(line.value())));
    }
    return lines;
  }

  static Style style(Status status) {
    if (status.isSuccessful()) return Style.GOOD;
    return status.code() < 400 ? Style.WARN : Style.BAD;
  }

  /** Octets beyond ASCII are UTF-8 where they can be; nobody sends anything else knowingly. */
  static String text(String octets) {
    byte[] bytes = octets.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      return octets;
    }
  }
}
