package dev.tinwire.httpclient;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Lines of a pipe, a file or an option, without a prompt. */
final class PlainLines implements LineSource {
  private final BufferedReader reader;

  private PlainLines(Reader reader) {
    this.reader = new BufferedReader(reader);
  }

  static PlainLines of(InputStream in) {
    return new PlainLines(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  static PlainLines of(String text) {
    return new PlainLines(new StringReader(text));
  }

  @Override
  public Optional<String> next(String prompt) throws IOException {
    return Optional.ofNullable(reader.readLine());
  }

  @Override
  public int during(Work work) throws InterruptedException {
    return work.run();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
