package dev.tinwire.wire.command;

/** What a command tells the shell. A tool that needs more documents more. */
public final class ExitStatus {
  /** Done. */
  public static final int DONE = 0;

  /** The network or the peer said no, or a file could not be read or written. */
  public static final int REFUSED = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** A bug of ours: {@code EX_SOFTWARE} of sysexits.h. */
  public static final int BUG = 70;

  /** Interrupted: what a shell shows for a process that SIGINT ended. */
  public static final int INTERRUPTED = 130;

  /** The reader of our output went away: what a shell shows for a process that SIGPIPE ended. */
  public static final int OUTPUT_CLOSED = 141;

  private ExitStatus() {}
}
