package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/**
 * What our own pages are made of: they load nothing, and their policy lets nothing else run, so
 * that even a name we failed to escape could do no harm.
 */
final class PageParts {
  static final String STYLE = resource("page.css");
  static final String SCRIPT = resource("listing.js");
  static final String UPLOAD_SCRIPT = resource("upload.js");

  /** Content Security Policy Level 3: exactly this style and this script, by their digests. */
  static final String POLICY =
      "default-src 'none'; img-src data:; style-src "
          + digest(STYLE)
          + "; script-src "
          + digest(SCRIPT)
          + "; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  /** Of a page that sends something, by its forms or its script, to us and nobody else. */
  static final String WRITING_POLICY =
      POLICY.replace("; base-uri", " " + digest(UPLOAD_SCRIPT) + "; connect-src 'self'; base-uri");

  private PageParts() {}

  /** All before the content of a page. */
  static String head(String title) {
    // An icon of its own, for a browser would ask for /favicon.ico, and that is the user's.
    return """
    <!doctype html>
    <html lang="en">
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>TITLE</title>
    <link rel="icon" href="data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' \
    viewBox='0 0 16 16'%3E%3Cpath fill='%23d9a441' d='M1 3h5l2 2h7v9H1z'/%3E%3C/svg%3E">
    <style>STYLE</style>
    """
        .replace("STYLE", STYLE)
        .replace("TITLE", Html.of(title));
  }

  /** An answer in words of ours, in that form; caches ask each time whether it still holds. */
  static Answer answer(Status status, Form form, Content content) {
    return answer(status, form, POLICY, content);
  }

  /** The same with another policy for the page. */
  static Answer answer(Status status, Form form, String policy, Content content) {
    var answer =
        Answer.of(status, content)
            .with("Content-Type", form.type().toString())
            .with("Vary", "Accept")
            .with("Cache-Control", "no-cache")
            .with("X-Content-Type-Options", "nosniff");
    return form == Form.HTML ? answer.with("Content-Security-Policy", policy) : answer;
  }

  private static String digest(String inline) {
    try {
      byte[] bytes = inline.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static String resource(String name) {
    try (var in = PageParts.class.getResourceAsStream(name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
