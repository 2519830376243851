package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Flag;
import dev.tinwire.wire.command.Group;

/** What fingers that know curl write anyway, and what is so here without it. */
final class FingerOptions {
  static final Flag LOCATION = Flag.of("redirects are followed anyway", "-L", "--location");
  static final Flag FAIL = Flag.of("of a 4xx or 5xx show the status alone", "-f", "--fail");
  static final Flag SILENT = Flag.of("as --quiet", "-s", "--silent");
  static final Flag SHOW_ERROR = Flag.of("errors are always shown", "-S", "--show-error");
  static final Group GROUP = Group.of("For curl's sake", LOCATION, FAIL, SILENT, SHOW_ERROR);

  private FingerOptions() {}
}
