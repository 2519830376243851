package dev.tinwire.httpclient;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * A form with files as browsers send it (RFC 7578, the HTML Standard's "multipart/form-data"): its
 * length is known before anything is read, if that of every part is.
 *
 * @param boundary what no part contains, as it is random
 */
record Multipart(List<Part> parts, String boundary) implements Payload {
  /** One field of the form. */
  record Part(String name, Optional<String> fileName, Payload content) {}

  Multipart {
    parts = List.copyOf(parts);
  }

  static Multipart of(List<Part> parts, RandomGenerator random) {
    byte[] bytes = new byte[16];
    random.nextBytes(bytes);
    return new Multipart(parts, "----tinwire" + HexFormat.of().formatHex(bytes));
  }

  @Override
  public Optional<String> mediaType() {
    return Optional.of("multipart/form-data; boundary=" + boundary);
  }

  @Override
  public OptionalLong length() {
    long total = end().length;
    for (Part part : parts) {
      OptionalLong length = part.content().length();
      if (length.isEmpty()) return OptionalLong.empty();
      total += head(part).length + length.getAsLong() + 2;
    }
    return OptionalLong.of(total);
  }

  @Override
  public boolean repeatable() {
    return parts.stream().allMatch(part -> part.content().repeatable());
  }

  @Override
  public void writeTo(OutputStream out) throws IOException {
    for (Part part : parts) {
      out.write(head(part));
      part.content().writeTo(out);
      out.write(utf8("\r\n"));
    }
    out.write(end());
  }

  private byte[] head(Part part) {
    var head = new StringBuilder("--").append(boundary).append("\r\n");
    head.append("Content-Disposition: form-data; name=\"").append(escaped(part.name())).append('"');
    part.fileName().ifPresent(name -> head.append("; filename=\"" + escaped(name) + "\""));
    head.append("\r\n");
    part.content().mediaType().ifPresent(type -> head.append("Content-Type: " + type + "\r\n"));
    return utf8(head.append("\r\n").toString());
  }

  /** As browsers do: UTF-8, and these three percent-encoded, so that no name breaks its line. */
  private static String escaped(String name) {
    return PercentSet.wellFormed(name)
        .replace("\n", "%0A")
        .replace("\r", "%0D")
        .replace("\"", "%22");
  }

  private byte[] end() {
    return utf8("--" + boundary + "--\r\n");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
