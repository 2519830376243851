package dev.tinwire.wire;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A proxy that says what it says, whatever it is asked; all in memory. */
record Replies(ByteReader in, ByteArrayOutputStream asked, ByteWriter out) {
  static Replies of(byte[] bytes) {
    var asked = new ByteArrayOutputStream();
    return new Replies(
        new ByteReader(new ByteArrayInputStream(bytes)), asked, new ByteWriter(asked));
  }

  static Replies of(String text) {
    return of(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  String sent() {
    return asked.toString(StandardCharsets.ISO_8859_1);
  }
}
