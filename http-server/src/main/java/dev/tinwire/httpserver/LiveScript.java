package dev.tinwire.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * The script that pages get under {@code --live}. A file of its own and not a text in the page, for
 * most policies allow that ({@code script-src 'self'}, CSP §6.7.2); a page whose policy forbids it,
 * by a nonce or by {@code connect-src}, is not reloaded, as its policy wants it.
 */
final class LiveScript {
  static final String PATH = "/-/live.js";

  private LiveScript() {}

  /** How a page that is as new as this number asks for it. */
  static String tag(long number) {
    return "\n<script src=\"" + PATH + "\" data-since=\"" + number + "\" async></script>\n";
  }

  static byte[] source() {
    try (InputStream in = LiveScript.class.getResourceAsStream("live.js")) {
      if (in == null) throw new IllegalStateException("live.js is missing beside this class");
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
