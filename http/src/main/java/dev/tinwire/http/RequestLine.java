package dev.tinwire.http;

import java.util.Set;

/**
 * {@code method SP request-target SP HTTP-version} (RFC 9112 §3). Public because servers dispatch
 * on it and clients write it.
 */
public record RequestLine(Method method, RequestTarget target, HttpVersion version) {

  /** Single blanks and nothing else between the three; §3 allows to be generous, we are not. */
  static RequestLine parse(String line, Set<Leniency> allowed) throws BadMessage {
    int first = line.indexOf(' ');
    int last = line.lastIndexOf(' ');
    if (first == last) {
      throw BadMessage.in("request line", line, "method, target and version are expected");
    }
    HttpVersion version = HttpVersion.parse(line.substring(last + 1));
    Method method = Method.parse(line.substring(0, first));
    String target = line.substring(first + 1, last);
    return new RequestLine(method, new TargetParser(target, allowed).parse(method), version);
  }

  @Override
  public String toString() {
    return method + " " + target + " " + version;
  }
}
