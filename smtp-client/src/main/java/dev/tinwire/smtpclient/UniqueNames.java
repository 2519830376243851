package dev.tinwire.smtpclient;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Names that no other message has, from random alone: no host name, process or time can be read in
 * them.
 *
 * @param domain the author's, where names are to be unique (RFC 5322 §3.6.4)
 */
record UniqueNames(RandomGenerator random, String domain) {
  private static final int OCTETS = 16;

  /** Without the angle brackets. */
  String messageId() {
    return fresh() + "@" + domain;
  }

  /** Without the angle brackets (RFC 2392). */
  String contentId() {
    return messageId();
  }

  /** Has "=_", which neither quoted-printable nor base64 can contain (RFC 2045 §6.7). */
  String boundary() {
    return "=_" + fresh();
  }

  private String fresh() {
    byte[] octets = new byte[OCTETS];
    random.nextBytes(octets);
    return HexFormat.of().formatHex(octets);
  }
}
