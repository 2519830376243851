package dev.tinwire.wire.tls;

/** What kept a TLS connection from coming about, for a program; people read the sentence. */
public enum Fault {
  /** The certificate names other hosts. */
  WRONG_HOST,
  /** The certificate names its host in the common name alone, which has not counted since 2017. */
  NAMED_IN_COMMON_NAME_ONLY,
  EXPIRED,
  NOT_YET_VALID,
  /** The issuer is not among the trusted authorities. */
  UNKNOWN_AUTHORITY,
  /** The peer issued its certificate itself. */
  SELF_SIGNED,
  /** The certificate is for something else, such as showing who a client is. */
  NOT_FOR_SERVERS,
  WEAK_KEY,
  WEAK_SIGNATURE,
  /** The peer's key is not the pinned one. */
  WRONG_PIN,
  /** The chain breaks another rule of RFC 5280. */
  BAD_CHAIN,
  /** The peer does not know TLS 1.2. */
  OLD_PROTOCOL,
  /** No cipher, group or signature in common. */
  NOTHING_IN_COMMON,
  /** The peer speaks none of the application protocols we offer (RFC 7301 §3.2). */
  NO_APPLICATION_PROTOCOL,
  /** The peer does not answer for this host name (RFC 6066 §3). */
  UNRECOGNIZED_NAME,
  /** The peer wants a certificate from us. */
  CERTIFICATE_WANTED,
  /** The peer did not like the certificate we showed. */
  CERTIFICATE_REFUSED,
  NOT_TLS,
  CLOSED,
  /** Anything else, in the JDK's words. */
  OTHER;

  /**
   * Whether a server that has none of the groups offered may fail like this. It should send a
   * {@code handshake_failure} (RFC 8446 §4.1.1); the JDK's own server sends {@code
   * unexpected_message}, and others just go.
   */
  boolean mayBeTheGroups() {
    return switch (this) {
      case NOTHING_IN_COMMON, CLOSED, OTHER -> true;
      case WRONG_HOST,
          NAMED_IN_COMMON_NAME_ONLY,
          EXPIRED,
          NOT_YET_VALID,
          UNKNOWN_AUTHORITY,
          SELF_SIGNED,
          NOT_FOR_SERVERS,
          WEAK_KEY,
          WEAK_SIGNATURE,
          WRONG_PIN,
          BAD_CHAIN,
          OLD_PROTOCOL,
          NO_APPLICATION_PROTOCOL,
          UNRECOGNIZED_NAME,
          CERTIFICATE_WANTED,
          CERTIFICATE_REFUSED,
          NOT_TLS ->
          false;
    };
  }
}
