package dev.tinwire.http;

/**
 * Whether a connection may carry another message after this one (RFC 9112 §9.3). Public because
 * both ends decide by it.
 */
public enum Persistence {
  KEEP_OPEN,
  CLOSE;

  /** What a request asks for. */
  public static Persistence ofRequest(HttpVersion version, Fields fields) {
    Persistence asked = version == HttpVersion.HTTP_1_0 ? CLOSE : KEEP_OPEN;
    for (String option : fields.list("Connection")) {
      // "close" wins over whatever stands beside it.
      if (option.equalsIgnoreCase("close")) return CLOSE;
      if (asked == CLOSE && option.equalsIgnoreCase("keep-alive")) asked = KEEP_OPEN;
    }
    return asked;
  }

  /** What a response allows, with its framing: a body that ends with the connection ends it. */
  public static Persistence ofResponse(HttpVersion version, Fields fields, Framing framing) {
    if (framing instanceof Framing.UntilClose) return CLOSE;
    // Leniency.LENGTH_BESIDE_CHUNKED: what follows may be a smuggled response (§6.1).
    if (framing instanceof Framing.Chunked && fields.has("Content-Length")) return CLOSE;
    return ofRequest(version, fields);
  }
}
