package dev.tinwire.httpserver;

import dev.tinwire.wire.command.CommonOptions;
import dev.tinwire.wire.command.Option;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import java.util.List;

/**
 * Options that mean nothing, or not what they say, as the command line is. Taken in silence they
 * would have somebody believe in what is not there, such as a limit.
 */
final class LoneOptions {
  private static final List<Option> OF_FOLDERS =
      List.of(ServeOptions.INDEX, ServeOptions.NO_LISTING, ServeOptions.HIDDEN, ServeOptions.SPA);
  private static final List<Option> OF_UPLOADS =
      List.of(ServeOptions.MAX_UPLOAD, ServeOptions.KEEP_FREE);

  private LoneOptions() {}

  static void refuse(Parsed parsed, WhatToServe what) throws UsageError {
    for (Option option : OF_FOLDERS) {
      if (parsed.given(option) && !what.folder()) {
        throw new UsageError(option.name() + " needs a folder; PATH is a file");
      }
    }
    boolean receives = parsed.given(ServeOptions.UPLOAD) || parsed.given(ServeOptions.WRITE);
    for (Option option : OF_UPLOADS) {
      if (parsed.given(option) && !receives) {
        throw new UsageError(
            option.name() + " limits what --upload and --write let in; add one of them");
      }
    }
    boolean log = parsed.given(ServeOptions.LOG) && parsed.get(ServeOptions.LOG) != LogFormat.JSON;
    if (log && parsed.has(CommonOptions.JSON)) {
      throw new UsageError(
          "--json has the log as JSON, and --log wants another; leave one of them out");
    }
  }
}
