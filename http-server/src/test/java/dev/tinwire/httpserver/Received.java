package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * An answer whose content has been read and closed, as a session would.
 *
 * @param octets one character for each octet
 */
record Received(int status, Fields fields, OptionalLong length, String octets) {
  static Received of(Answer answer) throws IOException {
    var out = new ByteArrayOutputStream();
    OptionalLong length = answer.content().length();
    try (Content content = answer.content()) {
      write(content, out);
    }
    if (length.isPresent() && length.getAsLong() != out.size()) {
      throw new AssertionError(length + " promised, " + out.size() + " sent");
    }
    for (FileChannel file : files(answer.content())) {
      if (file.isOpen()) throw new AssertionError("a file stays open");
    }
    String octets = out.toString(StandardCharsets.ISO_8859_1);
    return new Received(answer.status().code(), answer.fields(), length, octets);
  }

  private static void write(Content content, OutputStream out) throws IOException {
    switch (content) {
      case Content.None() -> {}
      case Content.Bytes memory -> out.write(memory.bytes());
      case Content.FilePart(var file, long from, long bytes) -> {
        var buffer = ByteBuffer.allocate((int) bytes);
        while (buffer.hasRemaining()) {
          if (file.read(buffer, from + buffer.position()) < 0) throw new AssertionError("short");
        }
        out.write(buffer.array());
      }
      case Content.Sequence(var parts) -> {
        for (Content part : parts) write(part, out);
      }
      case Content.Written(_, var writer) -> writer.writeTo(out);
    }
  }

  private static List<FileChannel> files(Content content) {
    return switch (content) {
      case Content.FilePart(var file, _, _) -> List.of(file);
      case Content.Sequence(var parts) -> {
        var all = new ArrayList<FileChannel>();
        parts.forEach(part -> all.addAll(files(part)));
        yield all;
      }
      case Content.Written(_, GzipWriter(Resource.OnDisk(_, _, var file))) -> List.of(file);
      case Content.None _, Content.Bytes _, Content.Written _ -> List.of();
    };
  }

  byte[] bytes() {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }

  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  /** The value of that field, or nothing at all. */
  String field(String name) {
    return String.join(" | ", fields.all(name));
  }
}
