package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.Style;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * Shows a body at a terminal: JSON indented, HTML coloured, text as it is, none of it raw; what is
 * no text is named and not shown.
 */
final class TerminalBody {
  /** What is looked at as a whole; a longer body is shown as it comes. */
  private static final int WHOLE = 4 << 20;

  private static final int FIRST_LOOK = 1024;

  private final PrintStream out;
  private final Screen screen;

  TerminalBody(PrintStream out, Screen screen) {
    this.out = out;
    this.screen = screen;
  }

  /** Shows it, and says how many bytes it had. */
  long show(Response response) throws IOException {
    InputStream in = response.body();
    byte[] start = in.readNBytes(FIRST_LOOK);
    BodyKind kind = BodyKind.of(response.mediaType(), start);
    if (kind == BodyKind.BINARY) return binary(response, start.length);
    Charset charset =
        response.mediaType().flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8);
    var all = new ByteArrayOutputStream();
    all.writeBytes(start);
    all.writeBytes(in.readNBytes(WHOLE - start.length));
    byte[] bytes = all.toByteArray();
    String text = new String(bytes, charset);
    if (bytes.length < WHOLE) {
      end(out, painted(kind, text));
      return bytes.length;
    }
    out.print(SafeText.of(text));
    return bytes.length + rest(in, charset);
  }

  private String painted(BodyKind kind, String text) {
    return switch (kind) {
      case JSON -> JsonPaint.of(text, screen).orElseGet(() -> SafeText.of(text));
      case HTML -> HtmlPaint.of(SafeText.of(text), screen);
      case TEXT, BINARY -> SafeText.of(text);
    };
  }

  /** The prompt that follows is to begin at the left. */
  private static void end(PrintStream out, String text) {
    out.print(text);
    if (!text.isEmpty() && !text.endsWith("\n")) out.println();
    out.flush();
  }

  private long rest(InputStream in, Charset charset) throws IOException {
    var reader = new InputStreamReader(in, charset);
    char[] piece = new char[64 * 1024];
    long count = 0;
    for (int n = reader.read(piece); n >= 0; n = reader.read(piece)) {
      out.print(SafeText.of(new String(piece, 0, n)));
      count += n;
    }
    out.println();
    return count;
  }

  /** Not read to its end: nobody wants to wait for what is not shown. */
  private long binary(Response response, int seen) {
    String type = response.mediaType().map(MediaType::essence).orElse("of no known type");
    var length = response.contentLength();
    String size = length.isPresent() ? ", " + Sizes.readable(length.getAsLong()) : "";
    String what = "binary (" + Visible.of(type) + size + "), not shown";
    out.println(screen.paint(Style.WARN, what) + "; -O or -o FILE saves it, a pipe takes it raw");
    return seen;
  }
}
