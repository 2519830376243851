package dev.tinwire.http;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;

/**
 * A message that does not follow the grammar or goes beyond a limit. Nothing after it on the
 * connection can be trusted: a server answers {@link #status()} and closes (RFC 9112 §9.6), a
 * client shows the sentence and closes.
 */
public final class BadMessage extends WireException {
  private static final long serialVersionUID = 1L;

  private final int code;

  public BadMessage(Status status, String message) {
    super(message);
    this.code = status.code();
  }

  /** A fault found below us, which is told in the same words. */
  BadMessage(Status status, WireException cause) {
    super(String.valueOf(cause.getMessage()), cause);
    this.code = status.code();
  }

  /** 400, with the piece of grammar, what came in its place, and what is wrong with it. */
  static BadMessage in(String what, String came, String problem) {
    return new BadMessage(Status.BAD_REQUEST, describe(what, came, problem));
  }

  /** As {@link #in}, for what is well formed and yet not for us. */
  static BadMessage with(Status status, String what, String came, String problem) {
    return new BadMessage(status, describe(what, came, problem));
  }

  private static String describe(String what, String came, String problem) {
    return "bad " + what + " \"" + Visible.cut(came, 60) + "\": " + problem;
  }

  /** What a server should answer: 400, 414, 431, 501 or 505. */
  public Status status() {
    return new Status(code);
  }
}
