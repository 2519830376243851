package dev.tinwire.httpclient;

import dev.tinwire.http.SafeFileName;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/**
 * {@code --mirror}: brings a folder of a server with all that is in it. What is here with the same
 * size and time is not asked for again; nothing is ever deleted here.
 */
final class Mirror {
  /** So deep; a listing that goes on for ever is a trap. */
  private static final int DEEPEST = 64;

  private static final int MOST = 200_000;

  private final Retrying sender;
  private final Output output;
  private int files;
  private int status = ExitStatus.DONE;

  Mirror(Retrying sender, Output output) {
    this.sender = sender;
    this.output = output;
  }

  int run(Request folder, Path into) throws IOException, InterruptedException {
    walk(folder, into, 0);
    String where = into.toString().isEmpty() ? "." : into.toString();
    output.note(files + (files == 1 ? " file is in " : " files are in ") + where);
    return status;
  }

  private void walk(Request folder, Path into, int depth) throws IOException, InterruptedException {
    if (depth > DEEPEST) throw new WireException("folders lie deeper than " + DEEPEST);
    RemoteListing listing = RemoteListing.fetch(sender, folder);
    Files.createDirectories(into);
    for (var entry : listing.entries()) {
      if (++files > MOST) throw new WireException("there are more than " + MOST + " entries");
      Optional<Url> url = entry.inside(folder.url());
      Optional<String> name = SafeFileName.of(entry.name().replaceFirst("/$", ""));
      if (name.isEmpty() || url.isEmpty()) {
        output.note("left out: " + entry.name());
      } else if (entry.folder()) {
        files--;
        Path below = into.resolve(name.get());
        if (Files.isSymbolicLink(below)) throw new WireException(below + " is a link");
        walk(folder.withUrl(url.get()), below, depth + 1);
      } else {
        file(folder.withUrl(url.get()), entry, into.resolve(name.get()));
      }
    }
  }

  private void file(Request request, RemoteListing.Entry entry, Path target)
      throws IOException, InterruptedException {
    if (same(entry, target)) return;
    Fetched fetched =
        new Perseverance(sender, output).fetch(request, new Destination.Named(target), true);
    if (status == ExitStatus.DONE) status = fetched.status();
    if (fetched.file().isEmpty()) {
      output.note(request.url() + ": " + fetched.response().status() + "; not saved");
    }
  }

  private static boolean same(RemoteListing.Entry entry, Path target) throws IOException {
    if (!Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) return false;
    boolean size = entry.bytes().isPresent() && entry.bytes().getAsLong() == Files.size(target);
    long here = Files.getLastModifiedTime(target).toInstant().getEpochSecond();
    return size && entry.modified().map(t -> t.getEpochSecond() == here).orElse(false);
  }
}
