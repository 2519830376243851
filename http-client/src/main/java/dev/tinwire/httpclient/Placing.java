package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Which file a download ends up in, and what of it is there already. */
final class Placing {
  private Placing() {}

  static Optional<Resumption> resumption(Request request, Destination destination)
      throws IOException {
    Path target =
        switch (destination) {
          case Destination.Named(Path file) -> file;
          case Destination.Received(Path folder, _) ->
              folder.resolve(ReceivedName.of(request.url()));
          case Destination.Shown _, Destination.Raw _ ->
              throw new IllegalArgumentException("no file: " + destination);
        };
    Optional<Resumption> resumption = Resumption.of(request.url(), target);
    if (resumption.isPresent()) free(target, replaces(destination));
    return resumption;
  }

  static boolean replaces(Destination destination) {
    return !(destination instanceof Destination.Received(_, boolean replace)) || replace;
  }

  static Path target(Destination destination, Response response) throws WireException {
    Path file = named(destination, response);
    return destination instanceof Destination.Received(_, boolean replace)
        ? free(file, replace)
        : file;
  }

  /** Its name, whether or not there is something of that name. */
  static Path named(Destination destination, Response response) {
    return switch (destination) {
      case Destination.Named(Path file) -> file;
      case Destination.Received(Path folder, _) ->
          folder.resolve(ReceivedName.of(response.url(), response.fields()));
      case Destination.Shown _, Destination.Raw _ ->
          throw new IllegalArgumentException("no file: " + destination);
    };
  }

  /** A name that came over the wire is never that of a file which is there. */
  private static Path free(Path file, boolean replace) throws WireException {
    if (!replace && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) throw exists(file);
    return file;
  }

  static WireException exists(Path file) {
    return new WireException(
        Visible.of(file.toString())
            + " exists already; --force replaces it, -o FILE gives another name");
  }
}
