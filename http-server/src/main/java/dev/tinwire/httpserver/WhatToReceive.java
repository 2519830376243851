package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/** What a command line lets visitors do, decided before anybody is let in. */
final class WhatToReceive {
  private WhatToReceive() {}

  static Receiving decide(Parsed parsed, WhatToServe what) throws IOException, UsageError {
    boolean write = parsed.has(ServeOptions.WRITE);
    Optional<String> upload = parsed.find(ServeOptions.UPLOAD);
    if (!write && upload.isEmpty()) return Receiving.NOTHING;
    String option = write ? ServeOptions.WRITE.name() : ServeOptions.UPLOAD.name();
    if (!what.folder()) throw new UsageError(option + " needs a folder; PATH is a file");
    if (!HeldFolder.possible(what.path())) {
      throw new UsageError(option + " cannot be had here: this system has no openat");
    }
    SitePath folder = upload.isEmpty() ? SitePath.ROOT : folder(what.path(), upload.get());
    if (!Files.isWritable(what.path().resolve(String.join("/", folder.names())))) {
      throw new UsageError(option + ": this user may not write there");
    }
    var limits =
        new UploadLimits(parsed.get(ServeOptions.MAX_UPLOAD), parsed.get(ServeOptions.KEEP_FREE));
    return new Receiving(Optional.of(write ? SitePath.ROOT : folder), write, limits);
  }

  /** The folder as visitors name it, which is the only way that they come there. */
  private static SitePath folder(Path site, String named) throws IOException, UsageError {
    try {
      Path wanted = site.resolve(named).normalize();
      var names = new ArrayList<String>();
      if (wanted.startsWith(site)) {
        site.relativize(wanted).forEach(name -> names.add(name.toString()));
        names.removeIf(String::isEmpty);
        if (SitePath.hidden(names)) {
          throw new UsageError("--upload: a hidden folder cannot be sent to");
        }
        if (Files.isDirectory(wanted) && wanted.toRealPath().startsWith(site)) {
          return new SitePath(names, true);
        }
      }
    } catch (InvalidPathException _) {
      // Said below.
    }
    throw new UsageError(
        "--upload: there is no folder "
            + Visible.of(named)
            + " in "
            + Visible.of(site.toString())
            + "; make it first");
  }
}
