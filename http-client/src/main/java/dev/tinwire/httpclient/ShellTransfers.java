package dev.tinwire.httpclient;

import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.Method;
import dev.tinwire.http.SafeFileName;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Files from there to here and back: {@code get mget mirror cat put mput}. */
final class ShellTransfers {
  private final ShellSite site;
  private final Retrying sender;
  private final Output output;

  ShellTransfers(ShellSite site, Retrying sender, Output output) {
    this.site = site;
    this.sender = sender;
    this.output = output;
  }

  int get(ShellCall call, boolean goOn) throws IOException, InterruptedException {
    Url url = site.url(call.text(0));
    Path target = target(call.text(1), ReceivedName.of(url));
    return fetch(url, target, goOn || call.has(ShellFlag.CONTINUE), call.has(ShellFlag.FORCE));
  }

  /** Where a file goes: under its own name, or under the one given, or into the folder given. */
  private Path target(String typed, String name) {
    Path path = site.place().local(typed);
    return typed.isEmpty() || typed.endsWith("/") || Files.isDirectory(path)
        ? path.resolve(name)
        : path;
  }

  private int fetch(Url url, Path target, boolean goOn, boolean replace)
      throws IOException, InterruptedException {
    boolean there = !replace && Files.exists(target, LinkOption.NOFOLLOW_LINKS);
    if (there && !goOn) throw exists(target, "; -f replaces it");
    var destination = new Destination.Named(target);
    Fetched fetched =
        there
            ? whole(url, destination)
            : new Perseverance(sender, output)
                .fetch(site.request(url, Method.GET), destination, goOn);
    if (fetched.file().isEmpty()) throw new Refused(fetched.response());
    if (output.json()) output.jsonLines().write(JsonReport.of(fetched));
    return ExitStatus.DONE;
  }

  /** Who goes on with many meets those that are done; what is another version stays as it is. */
  private Fetched whole(Url url, Destination.Named target)
      throws IOException, InterruptedException {
    Request head = site.request(url, Method.HEAD).with("Accept-Encoding", "identity");
    try (var response = sender.send(head)) {
      if (!response.status().isSuccessful()) throw new Refused(response);
      Fetched here =
          AlreadyHere.of(response, target, Optional.empty())
              .orElseThrow(
                  () -> exists(target.file(), " and may be another version; -f replaces it"));
      output.note(Visible.of(target.file().toString()) + " was all here already");
      return here;
    }
  }

  private static WireException exists(Path target, String more) {
    return new WireException(Visible.of(target.toString()) + " exists already" + more);
  }

  int mget(ShellCall call, ShellRun run) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (ShellWord word : call.words()) {
      for (var match : site.matches(word)) {
        Optional<String> name = SafeFileName.of(match.name());
        if (match.entry().map(RemoteListing.Entry::folder).orElse(false)) {
          output.note(match.name() + " is a folder, left out; mirror brings it");
        } else if (name.isEmpty()) {
          output.note("left out, for no file can be called so: " + match.name());
        } else {
          Path target = site.place().local().resolve(name.get());
          boolean goOn = call.has(ShellFlag.CONTINUE);
          boolean replace = call.has(ShellFlag.FORCE);
          status = run.also(status, call, () -> fetch(match.url(), target, goOn, replace));
        }
      }
    }
    return status;
  }

  int mirror(ShellCall call) throws IOException, InterruptedException {
    Url folder = RemoteName.folder(site.place().remote(), call.text(0));
    String path = folder.path().substring(0, folder.path().length() - 1);
    String name = SafeFileName.of(RemoteName.decoded(RemoteName.last(path))).orElse("mirror");
    Path into = call.words().size() > 1 ? site.place().local(call.text(1)) : target("", name);
    return new Mirror(sender, output).run(site.request(folder, Method.GET), into);
  }

  int cat(ShellCall call, ShellRun run) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (ShellWord word : call.words()) {
      for (var match : site.matches(word)) status = run.also(status, call, () -> show(match.url()));
    }
    return status;
  }

  private int show(Url url) throws IOException, InterruptedException {
    Response response = site.sender().send(site.request(url, Method.GET));
    try (response) {
      if (!response.status().isSuccessful()) throw new Refused(response);
      new Showing(site.sender(), output).body(response);
      return ExitStatus.DONE;
    }
  }

  int put(ShellCall call) throws IOException, InterruptedException {
    Path file = site.place().local(call.text(0));
    String name = call.text(1);
    String own = LocalNames.own(file);
    return send(file, name.isEmpty() || name.endsWith("/") ? name + own : name, call);
  }

  int mput(ShellCall call, ShellRun run) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (Path file : files(call.words())) {
      if (Files.isDirectory(file) && !call.has(ShellFlag.RECURSIVE)) {
        output.note(file.getFileName() + " is a folder, left out; -r sends it");
      } else {
        String name = LocalNames.own(file);
        status = run.also(status, call, () -> send(file, name, call));
      }
    }
    return status;
  }

  private List<Path> files(List<ShellWord> words) throws IOException {
    var files = new ArrayList<Path>();
    for (ShellWord word : words) {
      if (word.glob().isPattern()) files.addAll(LocalNames.matches(site.place(), word));
      else files.add(site.place().local(word.text()));
    }
    return files;
  }

  private int send(Path file, String name, ShellCall call)
      throws IOException, InterruptedException {
    boolean replace = call.has(ShellFlag.FORCE);
    if (Files.isDirectory(file)) {
      if (!call.has(ShellFlag.RECURSIVE)) {
        throw new WireException(Visible.of(file.toString()) + " is a folder; -r sends it");
      }
      Url into = RemoteName.folder(site.place().remote(), name);
      return new SendTree(site.sender(), site::request, replace, call.verb().word, output)
          .run(file, into);
    }
    if (!Files.exists(file)) throw new NoSuchFileException(file.toString());
    var payload = Payload.of(file, MediaTypes.ofFileName(name).toString());
    Request request = site.request(site.url(name), Method.PUT).withPayload(payload);
    return PutCommand.send(
        site.sender(),
        Visible.of(name),
        PutCommand.unlessThere(request, replace),
        call.verb().word,
        output);
  }
}
