package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import java.nio.file.Path;

/** Where a shell is: in a folder there and in a folder here. Changed by {@code cd} and others. */
final class ShellPlace {
  private Url start;
  private Url remote;
  private Url remoteBefore;
  private Path local;
  private Path localBefore;

  ShellPlace(Url remote, Path local) {
    this.start = remote;
    this.remote = remote;
    this.remoteBefore = remote;
    this.local = local.toAbsolutePath().normalize();
    this.localBefore = this.local;
  }

  Url remote() {
    return remote;
  }

  Path local() {
    return local;
  }

  Url start() {
    return start;
  }

  Url remoteBefore() {
    return remoteBefore;
  }

  Path localBefore() {
    return localBefore;
  }

  void goTo(Url folder) {
    remoteBefore = remote;
    remote = folder;
  }

  void goTo(Path folder) {
    localBefore = local;
    local = folder.normalize();
  }

  /** At another server nothing of the old one is left to go back to. */
  void open(Url folder) {
    start = folder;
    remote = folder;
    remoteBefore = folder;
  }

  /** What a name typed here means; a tilde is home, as everywhere. */
  Path local(String typed) {
    String home = System.getProperty("user.home", "");
    if (typed.equals("~")) return Path.of(home);
    if (typed.startsWith("~/")) return Path.of(home).resolve(typed.substring(2));
    return local.resolve(typed);
  }

  /** For a prompt: {@code localhost:8080/my photos/}. */
  String prompt() {
    return Visible.of(remote.hostField() + RemoteName.decoded(remote.path()));
  }
}
