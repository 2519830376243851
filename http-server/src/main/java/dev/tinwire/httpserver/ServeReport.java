package dev.tinwire.httpserver;

import dev.tinwire.http.RequestHead;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;

/** What a running server tells its user: where it is, each request, each failure, the sum. */
final class ServeReport implements ServerObserver, AutoCloseable {
  private final Output output;
  private final Optional<RequestLog> log;

  ServeReport(Output output, LogFormat format) {
    this.output = output;
    LogFormat wanted = output.json() ? LogFormat.JSON : format;
    this.log =
        output.quiet()
            ? Optional.empty()
            : Optional.of(
                new RequestLog(wanted, ZoneId::systemDefault, output.outScreen(), this::write));
  }

  /** For eyes a banner; for programs one line, with what they need to go on. */
  void listening(Banner banner, Path path) {
    var out = output.out();
    if (output.json()) {
      output
          .jsonLines()
          .write(Json.object().put("serving", path.toString()).put("url", banner.url()));
    } else if (output.outScreen().live() && !output.quiet()) {
      banner.lines(output.outScreen()).forEach(out::println);
    } else {
      out.println("serving " + Visible.of(path.toString()) + " at " + banner.url());
      banner.login().ifPresent(login -> output.err().println("login: " + login.words()));
      banner.alarm().ifPresent(output::note);
    }
    out.flush();
  }

  /** What came of it all. */
  void ended(Counters counters, Duration time) {
    // On a terminal "^C" stands there already.
    if (output.errScreen().live()) output.note("");
    output.note(Sum.of(counters, time));
    log.map(RequestLog::leftOut)
        .filter(lines -> lines > 0)
        .ifPresent(lines -> output.note(lines + " lines of the log could not be written"));
  }

  @Override
  public void served(Served served) {
    log.ifPresent(to -> to.served(served));
  }

  @Override
  public void failed(RequestHead request, Exception failure) {
    output.note(request.line().target() + ": " + failure);
  }

  @Override
  public void noticed(String sentence) {
    output.note(sentence);
  }

  private void write(String lines) throws IOException {
    try {
      // In one piece: printed, every character would be looked at three times.
      byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
      output.out().write(bytes, 0, bytes.length);
      output.out().flush();
    } catch (UncheckedIOException e) {
      throw new IOException(e.getMessage(), e); // nobody reads the log any more: serve on
    }
  }

  @Override
  public void close() {
    log.ifPresent(RequestLog::close);
  }
}
