package dev.tinwire.httpclient;

import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import dev.tinwire.wire.command.Parsed;
import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.command.UsageError;
import dev.tinwire.wire.terminal.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/** {@code tinwire put}: uploads files, each under its name or the one that the URL has. */
final class PutCommand {
  private static final String WHO = "tinwire put";

  /** A file or a folder, and where it goes; known before anybody is connected to. */
  @FunctionalInterface
  private interface Upload {
    int send(Sender sender, Output output) throws IOException, InterruptedException;
  }

  int run(Parsed parsed, Standard standard) throws IOException, InterruptedException, UsageError {
    var words = parsed.all(Verbs.FILES_AND_URL);
    var files = words.subList(0, words.size() - 1);
    Url url = RequestPlan.url(words.getLast());
    if (files.size() > 1 && !url.path().endsWith("/")) {
      throw new UsageError("several files go into a folder: write its URL with a slash at the end");
    }
    Output output = Output.of(parsed, standard);
    var uploads = new ArrayList<Upload>();
    for (String file : files) uploads.add(upload(file, url, parsed, standard));
    Unfinished.tell(WHO, output);
    var conversation = output.conversation(HttpExplanations::of);
    return Setup.with(
        parsed,
        standard,
        output,
        conversation,
        url,
        client -> {
          int status = ExitStatus.DONE;
          for (Upload upload : uploads) {
            int each = upload.send(client::send, output);
            if (status == ExitStatus.DONE) status = each;
          }
          return status;
        });
  }

  private static Upload upload(String file, Url url, Parsed parsed, Standard standard)
      throws IOException, UsageError {
    boolean folder = url.path().endsWith("/");
    if (file.equals("-")) {
      if (folder) throw new UsageError("standard input has no name: end the URL with one");
      var stream = Payload.of(standard.in(), "application/octet-stream");
      return one("standard input", request(url, stream, parsed));
    }
    Path path = Path.of(file);
    String name = LocalNames.own(path);
    if (Files.isDirectory(path)) {
      if (!parsed.has(Verbs.SEND_TREE)) throw new UsageError(file + " is a folder; -r sends it");
      return tree(path, folder ? resolved(url, name + "/") : ShellFolders.folder(url), parsed);
    }
    Url to = folder ? resolved(url, name) : url;
    var payload = Payload.of(path, MediaTypes.ofFileName(name).toString());
    return one(name, request(to, payload, parsed));
  }

  private static Upload one(String name, Request request) {
    return (sender, output) -> send(sender, name, request, WHO, output);
  }

  private static Upload tree(Path folder, Url into, Parsed parsed) {
    ShellSite.Requests requests = (url, m) -> RequestPlan.of(url, m, parsed, Payload.NONE);
    boolean replace = parsed.has(Verbs.FORCE);
    return (sender, output) ->
        new SendTree(sender, requests, replace, WHO, output).run(folder, into);
  }

  private static Url resolved(Url folder, String name) throws UsageError {
    try {
      return RemoteName.resolve(folder, name);
    } catch (Malformed e) {
      throw new UsageError(String.valueOf(e.getMessage()));
    }
  }

  private static Request request(Url url, Payload payload, Parsed parsed) {
    Request request = RequestPlan.of(url, Method.PUT, parsed, payload);
    return unlessThere(request, parsed.has(Verbs.FORCE));
  }

  /** RFC 9110 §13.1.2: only if nothing is there, unless it may be replaced. */
  static Request unlessThere(Request request, boolean replace) {
    return replace ? request : request.with("If-None-Match", "*");
  }

  /** Sends it with its progress, and says what came of it. */
  static int send(Sender sender, String name, Request request, String who, Output output)
      throws IOException, InterruptedException {
    Response response;
    var progress = output.progress(name, Progress.Unit.BYTES, request.payload().length());
    try (progress) {
      Unfinished.going(progress, name);
      response = sender.send(request.withPayload(new CountedPayload(request.payload(), progress)));
    } finally {
      Unfinished.gone(progress);
    }
    return new Told(who, output).about(request, response);
  }
}
