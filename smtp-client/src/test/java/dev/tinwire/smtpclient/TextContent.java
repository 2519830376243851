package dev.tinwire.smtpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A message as a text, one character for each byte. */
record TextContent(String text) implements Content {
  @Override
  public void writeTo(OutputStream out) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public boolean eightBit() {
    return text.chars().anyMatch(c -> c >= 0x80);
  }

  @Override
  public boolean international() {
    int body = text.indexOf("\n\n");
    return (body < 0 ? text : text.substring(0, body)).chars().anyMatch(c -> c >= 0x80);
  }
}
