package dev.tinwire.smtpclient;

/**
 * How one message is said to a server, in as few turns as its extensions and our scruples allow.
 * Pure.
 *
 * @param window how many commands may be under way at once (PIPELINING, RFC 2920)
 * @param chunked by lengths (BDAT) instead of up to a dot (DATA)
 * @param announced whether DATA goes along with the recipients
 * @param whole whether the message itself goes along with them
 */
record Way(int window, boolean chunked, boolean announced, boolean whole) {
  /**
   * More would not make it faster, and both sides could get stuck: we with commands nobody reads,
   * the server with replies (RFC 2920 §3.1).
   */
  static final int WINDOW = 100;

  /** A larger message is not sent before its recipients are known to be welcome. */
  static final int WHOLE_BYTES = MailLimits.PIECE;

  static Way of(Capabilities offered, int recipients, long bytes, boolean partial) {
    boolean pipelined = offered.offers(Extension.PIPELINING);
    boolean chunked = offered.offers(Extension.CHUNKING);
    // With several recipients of whom one may be refused, what is under way cannot be called back,
    // and the others would get it.
    boolean early = pipelined && (recipients == 1 || partial) && recipients < WINDOW - 2;
    return new Way(
        pipelined ? WINDOW : 1,
        chunked,
        early && !chunked,
        early && chunked && bytes <= WHOLE_BYTES);
  }
}
