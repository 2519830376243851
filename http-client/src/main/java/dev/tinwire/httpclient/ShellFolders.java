package dev.tinwire.httpclient;

import static java.time.temporal.ChronoUnit.SECONDS;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.terminal.Screen;
import dev.tinwire.wire.terminal.WindowSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Where we are and what is there: {@code ls cd pwd open}, and {@code lls lcd lpwd}. */
final class ShellFolders {
  private final ShellSite site;
  private final Output output;

  ShellFolders(ShellSite site, Output output) {
    this.site = site;
    this.output = output;
  }

  private ShellPlace place() {
    return site.place();
  }

  int ls(ShellCall call) throws IOException, InterruptedException {
    Optional<ShellWord> word = call.word(0);
    if (word.isPresent() && word.get().glob().isPattern()) {
      var entries = site.matches(word.get()).stream().flatMap(m -> m.entry().stream()).toList();
      return show(call, entries);
    }
    Url folder = RemoteName.folder(place().remote(), call.text(0));
    return show(call, site.listing(folder).entries());
  }

  private int show(ShellCall call, List<RemoteListing.Entry> entries) throws InterruptedException {
    Screen screen = WindowSize.measured(output.outScreen());
    new ListingView(output, screen).show(new RemoteListing(entries), call.has(ShellFlag.LONG));
    return ExitStatus.DONE;
  }

  int cd(ShellCall call) throws IOException, InterruptedException {
    Url folder =
        switch (call.text(0)) {
          case "" -> place().start();
          case "-" -> place().remoteBefore();
          default -> RemoteName.folder(place().remote(), call.text(0));
        };
    look(folder);
    place().goTo(folder);
    return ExitStatus.DONE;
  }

  int open(ShellCall call) throws IOException, InterruptedException, Refused {
    Url folder = folder(Url.typed(call.text(0)));
    look(folder);
    place().open(folder);
    return ExitStatus.DONE;
  }

  /** Whatever somebody typed is a folder here: a shell is in one. */
  static Url folder(Url url) throws IOException {
    if (!url.isHttp()) throw new WireException("only http: and https: can be opened, not " + url);
    String path = url.path().endsWith("/") ? url.path() : url.path() + "/";
    return url.resolve(path);
  }

  /** Goes nowhere that is not there; what has a page instead of a listing is there all the same. */
  void look(Url folder) throws IOException, InterruptedException {
    try {
      site.listing(folder);
    } catch (NoListing e) {
      output.note(e.getMessage() + "; ls shows nothing here, get and cat work");
    }
  }

  int pwd() {
    output.out().println(Visible.of(place().remote().toString()));
    return ExitStatus.DONE;
  }

  int lls(ShellCall call) throws IOException, InterruptedException {
    Optional<ShellWord> word = call.word(0);
    boolean pattern = word.isPresent() && word.get().glob().isPattern();
    List<Path> files =
        pattern
            ? LocalNames.matches(place(), word.get())
            : LocalNames.in(place().local(call.text(0)));
    return show(call, entries(files));
  }

  private static List<RemoteListing.Entry> entries(List<Path> files) throws IOException {
    var entries = new ArrayList<RemoteListing.Entry>();
    for (Path file : files) {
      boolean folder = Files.isDirectory(file);
      boolean there = Files.exists(file); // a link may lead nowhere
      String name = String.valueOf(file.getFileName());
      entries.add(
          new RemoteListing.Entry(
              name,
              folder,
              RemoteName.reference(name, folder),
              folder || !there ? OptionalLong.empty() : OptionalLong.of(Files.size(file)),
              there
                  ? Optional.of(Files.getLastModifiedTime(file).toInstant().truncatedTo(SECONDS))
                  : Optional.empty()));
    }
    return entries;
  }

  int lcd(ShellCall call) throws IOException {
    Path folder =
        switch (call.text(0)) {
          case "" -> place().local("~");
          case "-" -> place().localBefore();
          default -> place().local(call.text(0));
        };
    if (!Files.isDirectory(folder)) {
      throw new WireException(Visible.of(folder.toString()) + ": no such folder here");
    }
    place().goTo(folder);
    return ExitStatus.DONE;
  }

  int lpwd() {
    output.out().println(Visible.of(place().local().toString()));
    return ExitStatus.DONE;
  }
}
