package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Screen;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Says what came of a change on a server, in one line or as JSON. */
final class Told {
  private static final int FIRST_LINE = 4096;

  private static final String NOT_ALLOWED =
      "the server does not allow it; tinwire serve needs --upload or --write";

  private final String who;
  private final Output output;

  /**
   * A way to say it.
   *
   * @param who what a complaint begins with
   */
  Told(String who, Output output) {
    this.who = who;
    this.output = output;
  }

  /** Reads the answer to its end, and returns what the shell is told. */
  int about(Request request, Response response) throws IOException {
    String words;
    try (response) {
      byte[] start = response.body().readNBytes(FIRST_LINE);
      response.body().transferTo(OutputStream.nullOutputStream());
      words = firstLine(response, start);
    }
    int status = GetStatus.of(response.status());
    if (output.json()) {
      output.jsonLines().write(JsonReport.of(Fetched.of(response, response.received())));
    } else if (status == ExitStatus.DONE) {
      if (!output.quiet()) {
        Screen screen = output.outScreen();
        String code = screen.paint(HeadLines.style(response.status()), response.status() + "");
        output.out().println(code + "  " + request);
      }
    } else {
      output.err().println(complaint(request, response, words));
    }
    return status;
  }

  private String complaint(Request request, Response response, String words) {
    return who
        + ": "
        + Visible.of(request.url().toString())
        + ": "
        + Visible.of(response.status().toString())
        + advice(request, response.status().code())
        + LoginAdvice.of(response)
        + (words.isEmpty() ? "" : "; it says: " + words);
  }

  private static String advice(Request request, int code) {
    boolean deletes = request.method().equals(Method.DELETE);
    return switch (code) {
      // What Apache and nginx say of a folder (see ChangeCommand).
      case 400 ->
          deletes && request.fields().lists("Depth", "0")
              ? " (if it is a folder: -r deletes it with all in it)"
              : "";
      // RFC 4918 §9.3.1, §9.7.1, §9.8.5
      case 409 ->
          deletes
              ? " (-r deletes a folder with all in it)"
              : " (is there a folder above it? tinwire mkdir makes one)";
      case 405 ->
          request.method().equals(ChangeCommand.MKCOL)
              ? " (something of that name is there, or " + NOT_ALLOWED + ")"
              : " (" + NOT_ALLOWED + ")";
      case 412 -> " (something is there already; --force replaces it)";
      default -> "";
    };
  }

  /** What a server says in words, if it does so in plain text. */
  private static String firstLine(Response response, byte[] start) {
    if (!response.mediaType().map(type -> type.is("text/plain")).orElse(false)) return "";
    String text = new String(start, StandardCharsets.UTF_8).strip();
    return Visible.cut(text.lines().findFirst().orElse(""), 200);
  }
}
