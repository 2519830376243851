package dev.tinwire.httpclient;

import dev.tinwire.http.MediaTypes;
import dev.tinwire.http.Method;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import java.io.IOException;
import java.nio.file.Path;

/**
 * {@code put --recursive}: sends a folder with all that is in it. A file that cannot be sent does
 * not keep the others from being tried.
 *
 * @param requests how a request looks that the user wants
 * @param replace {@code --force}
 * @param who what a complaint begins with
 */
record SendTree(
    Sender sender, ShellSite.Requests requests, boolean replace, String who, Output output) {
  /** Sends it: what lies in {@code root} here, lies in {@code into} there. */
  int run(Path root, Url into) throws IOException, InterruptedException {
    var tree = LocalTree.of(root);
    for (Path link : tree.links()) output.note("left out, no file and no folder: " + link);
    int status = ExitStatus.DONE;
    int sent = 0;
    for (LocalTree.Node node : tree.nodes()) {
      String name = root.relativize(node.path()).toString();
      int each =
          switch (node) {
            case LocalTree.Node.Folder(_, boolean empty) ->
                folder(RemoteName.folder(into, name), empty);
            case LocalTree.Node.File(Path file) -> file(file, name, RemoteName.resolve(into, name));
          };
      if (status == ExitStatus.DONE) status = each;
      if (each == ExitStatus.DONE && node instanceof LocalTree.Node.File) sent++;
    }
    output.note("sent " + sent + " of the " + tree.files() + " files in " + root);
    return status;
  }

  private int file(Path file, String name, Url url) throws IOException, InterruptedException {
    var payload = Payload.of(file, MediaTypes.ofFileName(name).toString());
    Request request = requests.of(url, Method.PUT).withPayload(payload);
    return PutCommand.send(
        sender, Visible.of(name), PutCommand.unlessThere(request, replace), who, output);
  }

  /**
   * WebDAV wants a folder before what is in it (RFC 4918 §9.7.1); others make it for the first
   * file, and do not know the method. So a "not allowed" counts for an empty folder only, and only
   * where none is there already (§9.3.1 says 405 to that, too).
   */
  private int folder(Url url, boolean empty) throws IOException, InterruptedException {
    Request request = requests.of(url, ChangeCommand.MKCOL);
    try (var response = sender.send(request)) {
      int code = response.status().code();
      boolean unknown = code == 405 || code == 501;
      if (unknown && (!empty || isThere(url))) return ExitStatus.DONE;
      return new Told(who, output).about(request, response);
    }
  }

  private boolean isThere(Url url) throws IOException, InterruptedException {
    try (var response = sender.send(requests.of(url, Method.HEAD))) {
      return response.status().isSuccessful();
    }
  }
}
