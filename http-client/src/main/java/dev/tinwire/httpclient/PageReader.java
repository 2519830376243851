package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Reads HTML as browsers do, which means: with jsoup. */
final class PageReader {
  /** Tags and attributes, about: what is made of so many fits into the memory we take. */
  static final int MOST = 1_000_000;

  private PageReader() {}

  static Document document(Response response, byte[] bytes) throws IOException {
    return document(bytes, TextCharset.of(response.mediaType(), bytes, true), response.url());
  }

  private static Document document(byte[] bytes, Charset charset, Url url) throws IOException {
    int marks = 0;
    for (byte b : bytes) if (b == '<' || b == '=') marks++;
    if (marks > MOST) {
      throw new WireException(url + " is no page to be read: it has more than " + MOST + " tags");
    }
    return Jsoup.parse(
        new ByteArrayInputStream(bytes), charset.name(), url.withoutCredentials().href());
  }

  /**
   * Loads what reads HTML, some 40 ms in a JVM that starts, while the document is on its way. One
   * that arrives before finds half of it done.
   */
  static void warmUp() {
    Thread.ofPlatform().daemon().name("page-reader").start(PageReader::readAnything);
  }

  private static void readAnything() {
    byte[] anything =
        ("<!doctype html><title>a</title><link rel=stylesheet href=b><script src=c></script>"
                + "<p>&eacute;<img src=d>")
            .getBytes(StandardCharsets.US_ASCII);
    try {
      Url url = Url.parse("http://localhost/");
      var _ = PageReferences.of(document(anything, StandardCharsets.UTF_8, url), url);
    } catch (IOException e) {
      throw new UncheckedIOException("an array could not be read", e);
    }
  }
}
