package dev.tinwire.smtpclient;

/** An extension of SMTP that makes a difference to us; each is used only if it is offered. */
enum Extension {
  /** RFC 4954: who sends says who they are. */
  AUTH("AUTH"),
  /** RFC 3207: goes on under TLS. */
  STARTTLS("STARTTLS"),
  /** RFC 2920: several commands in one turn. */
  PIPELINING("PIPELINING"),
  /** RFC 3030: the message by lengths, so that nothing in it can look like its end. */
  CHUNKING("CHUNKING"),
  /** RFC 1870: how large the message will be, before it is sent. */
  SIZE("SIZE"),
  /** RFC 6152: bytes above 0x7F in a body. */
  EIGHT_BIT_MIME("8BITMIME"),
  /** RFC 6531: other scripts in addresses and headers. */
  SMTPUTF8("SMTPUTF8"),
  /** RFC 3461: reports about the delivery. */
  DSN("DSN");

  private final String keyword;

  Extension(String keyword) {
    this.keyword = keyword;
  }

  String keyword() {
    return keyword;
  }
}
