package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Group;

/** What fingers that know curl write anyway, and what is so here without it. */
final class FingerOptions {
  static final Flag LOCATION = Flag.of("redirects are followed anyway", "-L", "--location");
  static final Flag FAIL = Flag.of("of a 4xx or 5xx show the status alone", "-f", "--fail");
  static final Flag SILENT = Flag.of("as --quiet", "-s", "--silent");
  static final Flag SHOW_ERROR = Flag.of("errors are always shown", "-S", "--show-error");
  static final Flag HEADER_NAME =
      Flag.of("-O asks the server for the name anyway", "-J", "--remote-header-name");
  static final Flag REMOTE_TIME =
      Flag.of("files get the server's time anyway", "-R", "--remote-time");
  static final Flag COMPRESSED = Flag.of("compression is asked for anyway", "--compressed");
  static final Flag NO_BUFFER = Flag.of("what comes is shown as it comes", "-N", "--no-buffer");
  static final Flag GLOBOFF = Flag.of("URLs are no patterns anyway", "-g", "--globoff");
  static final Group GROUP =
      Group.of(
          "For curl's sake",
          LOCATION,
          FAIL,
          SILENT,
          SHOW_ERROR,
          HEADER_NAME,
          REMOTE_TIME,
          COMPRESSED,
          NO_BUFFER,
          GLOBOFF);

  private FingerOptions() {}
}
