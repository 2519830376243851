package dev.tinwire.wire.tls;

/** Where {@link Pem} takes more than RFC 7468 lets anybody write, and why. */
enum PemLeniency {
  /**
   * §2: "Data before the encapsulation boundaries are permitted, and parsers MUST NOT malfunction".
   * Bundles of authorities name each certificate on a line of its own, {@code openssl s_client}
   * prints a whole report around the chain.
   */
  EXPLANATORY_TEXT,

  /** §2: "Parsers MAY handle other line sizes". Tools built on a MIME encoder write 76. */
  OTHER_LINE_SIZES,

  /** §2: "Parsers SHOULD ignore whitespace"; we do at the end of a line: what editors leave. */
  TRAILING_BLANKS
}
