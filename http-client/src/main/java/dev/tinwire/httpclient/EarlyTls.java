package dev.tinwire.httpclient;

import dev.tinwire.wire.tls.TlsClient;
import java.util.List;

/**
 * Half of what a small exchange over TLS takes is loading TLS: where the words of a command say
 * that there will be one, it begins before they are read.
 */
final class EarlyTls {
  private EarlyTls() {}

  static void ifMeantBy(List<String> words) {
    if (words.stream().anyMatch(word -> word.startsWith("https:"))) TlsClient.warmUp();
  }
}
