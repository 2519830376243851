package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.command.ExitStatus;
import dev.tinwire.wire.command.Output;
import java.io.IOException;

/** Changes there: {@code rm mkdir mv}. */
final class ShellChanges {
  private final ShellSite site;
  private final Output output;

  ShellChanges(ShellSite site, Output output) {
    this.site = site;
    this.output = output;
  }

  int rm(ShellCall call, ShellRun run) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (ShellWord word : call.words()) {
      for (var match : site.matches(word)) {
        Request plain = site.request(match.url(), Method.DELETE);
        Request request = ChangeCommand.deletion(plain, call.has(ShellFlag.RECURSIVE));
        status = run.also(status, call, () -> told(call, request));
      }
    }
    return status;
  }

  int mkdir(ShellCall call, ShellRun run) throws IOException, InterruptedException {
    int status = ExitStatus.DONE;
    for (ShellWord word : call.words()) {
      Request request = site.request(site.url(word.text()), ChangeCommand.MKCOL);
      status = run.also(status, call, () -> told(call, request));
    }
    return status;
  }

  int mv(ShellCall call) throws IOException, InterruptedException {
    String from = call.text(0);
    String to = call.text(1);
    Url target = site.url(to.endsWith("/") ? to + RemoteName.last(from) : to);
    Request asked = site.request(site.url(from), Method.GET); // moving says the method
    boolean replace = call.has(ShellFlag.FORCE);
    return told(call, MvCommand.moving(asked, target.withoutCredentials(), replace));
  }

  private int told(ShellCall call, Request request) throws IOException, InterruptedException {
    return new Told(call.verb().word, output).about(request, site.sender().send(request));
  }
}
