package dev.tinwire.testkit;

import java.util.regex.Pattern;

/** One line of a {@link Script}. Bytes are kept as text with one character for each byte. */
sealed interface Step {

  /** Its line in the script, from 1. */
  int at();

  /** Both sides change to TLS; {@code refused}: the handshake must fail. */
  record Tls(int at, boolean refused) implements Step {}

  /** The script waits here until the test tells it to go on. */
  record Pause(int at, String cue) implements Step {}

  /** Something one side does and the other side sees. */
  sealed interface Move extends Step {
    Side by();

    /** What the other side is to see, for error messages. */
    String meant();
  }

  /** A line, said with CR LF at its end; {@code ${name}} stands for a remembered group. */
  record Line(int at, Side by, String text) implements Move {
    @Override
    public String meant() {
      return Escapes.escape(text) + "\\r\\n";
    }
  }

  /** These bytes and no line end. */
  record Exactly(int at, Side by, String bytes) implements Move {
    @Override
    public String meant() {
      return Escapes.escape(bytes);
    }
  }

  /** So many bytes: the pattern over and over, or whatever comes where there is none. */
  record Bulk(int at, Side by, int length, String pattern) implements Move {
    String bytes() {
      return pattern.repeat(length / pattern.length() + 1).substring(0, length);
    }

    @Override
    public String meant() {
      return length + " bytes" + (pattern.isEmpty() ? "" : " of " + Escapes.escape(pattern));
    }
  }

  /** A line that matches; what its named groups caught is remembered. Can only be demanded. */
  record Like(int at, Side by, Pattern pattern) implements Move {
    @Override
    public String meant() {
      return "a line like " + pattern;
    }
  }

  /** Any lines, up to and with this one. Can only be demanded. */
  record Until(int at, Side by, String last) implements Move {
    @Override
    public String meant() {
      return "lines up to \"" + Escapes.escape(last) + "\"";
    }
  }

  /** Whatever this side still says, to its end in good order. Can only be demanded. */
  record Rest(int at, Side by) implements Move {
    @Override
    public String meant() {
      return "anything, and then " + Ending.CLOSE.meant;
    }
  }

  /** This side says no more. */
  record End(int at, Side by, Ending ending) implements Move {
    @Override
    public String meant() {
      return ending.meant;
    }
  }

  /** How a side stops. */
  enum Ending {
    /** In good order: with TLS a close_notify, then a FIN. The other direction stays open. */
    CLOSE("the orderly end of the connection"),
    /** By a reset (RST). Who demands it is content with any end. */
    CUT("the end of the connection"),
    /** A FIN, but no close_notify before it: what a truncation attack on TLS looks like. */
    DROP("the end of the connection");

    private final String meant;

    Ending(String meant) {
      this.meant = meant;
    }
  }
}
