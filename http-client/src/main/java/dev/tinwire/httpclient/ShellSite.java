package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a shell's commands have in common about the server: requests, listings, and which names a
 * pattern stands for.
 */
final class ShellSite {
  /** A request as the command line of the shell wants them all. */
  @FunctionalInterface
  interface Requests {
    Request of(Url url, Method method);
  }

  /**
   * Something there that a word stands for.
   *
   * @param entry empty where the word was no pattern and nobody has looked
   */
  record Match(Url url, String name, Optional<RemoteListing.Entry> entry) {}

  private final Sender sender;
  private final Requests requests;
  private final ShellPlace place;

  ShellSite(Sender sender, Requests requests, ShellPlace place) {
    this.sender = sender;
    this.requests = requests;
    this.place = place;
  }

  Sender sender() {
    return sender;
  }

  ShellPlace place() {
    return place;
  }

  Request request(Url url, Method method) {
    return requests.of(url, method);
  }

  RemoteListing listing(Url folder) throws IOException, InterruptedException {
    return RemoteListing.fetch(sender, request(folder, Method.GET));
  }

  /** An empty name, perhaps of a variable that was not set, would be the folder we are in. */
  Url url(String typed) throws Malformed {
    if (typed.isEmpty()) throw new Malformed("name", typed, 0, "it is empty");
    return RemoteName.resolve(place.remote(), typed);
  }

  /** What a word stands for: itself, or all names there that its last part matches. */
  List<Match> matches(ShellWord word) throws IOException, InterruptedException {
    if (!word.glob().isPattern()) {
      Url url = url(word.text());
      return List.of(new Match(url, RemoteName.last(word.text()), Optional.empty()));
    }
    Url folder = RemoteName.resolve(place.remote(), folderOf(word));
    var names = new Glob(RemoteName.last(word.glob().pattern()));
    var found = new ArrayList<Match>();
    for (var entry : listing(folder).entries()) {
      Optional<Url> url = entry.inside(folder);
      if (url.isPresent() && names.matches(entry.name())) {
        found.add(new Match(url.get(), entry.name(), Optional.of(entry)));
      }
    }
    if (found.isEmpty()) {
      throw new WireException("nothing there is called " + Visible.of(word.text()));
    }
    return found;
  }

  /** Up to and with the last slash; a pattern may stand behind it only. */
  static String folderOf(ShellWord word) throws WireException {
    String pattern = word.glob().pattern();
    var folder = new Glob(pattern.substring(0, pattern.lastIndexOf('/') + 1));
    if (folder.isPattern()) {
      throw new WireException("only the last part of a name may be a pattern");
    }
    return word.text().substring(0, word.text().lastIndexOf('/') + 1);
  }
}
