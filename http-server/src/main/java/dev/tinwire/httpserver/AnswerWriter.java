package dev.tinwire.httpserver;

import dev.tinwire.http.BodyOutput;
import dev.tinwire.http.Framing;
import dev.tinwire.wire.ByteWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Sends one answer. Head and small content leave in one write, for each write is a packet; what is
 * large is streamed, and never held. An exception means that the answer is not whole and the
 * connection of no more use.
 */
final class AnswerWriter {
  /** Up to here one write from memory is faster than a head and a file apart (measured). */
  private static final int ONE_WRITE = 64 * 1024;

  /** What goes with the head of content that is larger, for a head alone would be a packet. */
  private static final int BEGINNING = 16 * 1024;

  private static final int BLOCK = 32 * 1024;

  private final Outlet out;

  AnswerWriter(Outlet out) {
    this.out = out;
  }

  /** Sends head and content, framed as it was decided. */
  void write(byte[] head, Framing framing, Content content) throws IOException {
    switch (framing) {
      case Framing.None() -> out.write(head);
      case Framing.Length(long bytes) -> counted(head, content, bytes);
      case Framing.Chunked() -> {
        var gathered = gathered(head);
        try (var chunks = BodyOutput.chunked(gathered)) {
          streamed(content, gathered, chunks);
          chunks.finish();
        }
      }
      case Framing.UntilClose() -> {
        var gathered = gathered(head);
        streamed(content, gathered, gathered);
        gathered.flush();
      }
    }
  }

  private void counted(byte[] head, Content content, long length) throws IOException {
    int first = length <= ONE_WRITE ? (int) length : BEGINNING;
    switch (content) {
      case Content.Bytes bytes -> {
        byte[] all = Arrays.copyOf(head, head.length + first);
        System.arraycopy(bytes.bytes(), 0, all, head.length, first);
        out.write(all);
        out.write(bytes.bytes(), first, (int) length - first);
      }
      case Content.FilePart part when length <= ONE_WRITE || out.isDirect() -> {
        byte[] all = Arrays.copyOf(head, head.length + first);
        fill(ByteBuffer.wrap(all, head.length, first), part);
        out.write(all);
        if (length > first) out.transfer(part.file(), part.from() + first, length - first);
      }
      case Content.None _, Content.FilePart _, Content.Sequence _, Content.Written _ -> {
        var gathered = gathered(head); // Each content sends just its length, or fails.
        streamed(content, gathered, gathered);
        gathered.flush();
      }
    }
  }

  /** Gathers what is small, beginning with the head. */
  private ByteWriter gathered(byte[] head) throws IOException {
    var gathered = new ByteWriter(out, BLOCK);
    gathered.write(head, 0, head.length);
    return gathered;
  }

  private void streamed(Content content, ByteWriter gathered, OutputStream framed)
      throws IOException {
    switch (content) {
      case Content.None() -> {}
      case Content.Bytes bytes -> framed.write(bytes.bytes());
      case Content.FilePart part -> file(part, gathered, framed);
      case Content.Sequence(var parts) -> {
        for (Content part : parts) streamed(part, gathered, framed);
      }
      case Content.Written(var length, var writer) -> {
        if (length.isEmpty()) {
          writer.writeTo(framed);
        } else {
          try (var counted = BodyOutput.ofLength(framed, length.getAsLong())) {
            writer.writeTo(counted);
            counted.finish();
          }
        }
      }
    }
  }

  private void file(Content.FilePart part, ByteWriter gathered, OutputStream framed)
      throws IOException {
    if (out.isDirect() && framed == gathered && part.bytes() > ONE_WRITE) {
      gathered.flush();
      out.transfer(part.file(), part.from(), part.bytes());
      return;
    }
    byte[] block = new byte[(int) Math.min(BLOCK, part.bytes())];
    for (long gone = 0; gone < part.bytes(); ) {
      int n = (int) Math.min(block.length, part.bytes() - gone);
      fill(ByteBuffer.wrap(block, 0, n), new Content.FilePart(part.file(), part.from() + gone, n));
      framed.write(block, 0, n);
      gone += n;
    }
  }

  private static void fill(ByteBuffer block, Content.FilePart part) throws IOException {
    Outlet.fill(block, part.file(), part.from(), part.from() + part.bytes());
  }
}
