package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;

/**
 * A folder and what lies in it. Links may lead from one place in it to another; out of it they lead
 * nowhere. That is decided on the real path, and the file is then opened along this path without
 * following any link ({@link Descent}), so that it makes no difference what changes in between.
 *
 * @param folder may be a link itself, and lead elsewhere tomorrow
 * @param showHidden whether dotfiles are served
 */
record SiteRoot(Path folder, boolean showHidden) implements Site {
  private static final int ATTEMPTS = 3;

  @Override
  public Resource find(SitePath path) throws IOException {
    Optional<Place> place = place(path);
    if (place.isEmpty()) return new Resource.Missing();
    Path real = place.get().real();
    if (Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS)) return new Resource.Folder(real);
    if (path.slash()) return new Resource.Missing(); // a file is no folder
    return open(place.get(), path.names().getLast());
  }

  /** Links and names are looked at as always, and no content is handed out for it. */
  @Override
  public boolean unchanged(SitePath path, FileState state) {
    Optional<Place> place = path.slash() ? Optional.empty() : place(path);
    try {
      return place.isPresent() && FileState.of(place.get().real()).equals(state);
    } catch (IOException _) {
      return false; // gone meanwhile
    }
  }

  @Override
  public boolean within(SitePath folder, SitePath path) {
    Optional<Place> outer = place(folder);
    Optional<Place> inner = place(path);
    return outer.isPresent()
        && inner.isPresent()
        && inner.get().real().startsWith(outer.get().real());
  }

  /** A path and the root, both without links in them. */
  private record Place(Path root, Path real) {
    Path inside() {
      return root.relativize(real);
    }
  }

  /** Where that really is; empty if it is nowhere in this folder, or hidden. */
  private Optional<Place> place(SitePath path) {
    if (path.hidden() && !showHidden) return Optional.empty();
    if (path.names().stream().anyMatch(Passing::is)) return Optional.empty();
    try {
      Path wanted = folder;
      for (String name : path.names()) wanted = child(wanted, name);
      var place = new Place(folder.toRealPath(), wanted.toRealPath());
      return serves(place) ? Optional.of(place) : Optional.empty();
    } catch (InvalidPathException | IOException _) {
      return Optional.empty(); // not there, too long, a circle of links, not ours to see: all one
    }
  }

  /** One step down and no other: Windows has names with roots and streams in them. */
  private static Path child(Path parent, String name) {
    Path child = parent.getFileSystem().getPath(name);
    if (child.getRoot() != null || child.getNameCount() != 1 || !child.toString().equals(name)) {
      throw new InvalidPathException(name, "more than a name");
    }
    return parent.resolve(child);
  }

  /** A link must not lead to what would not be served under its own name. */
  private boolean serves(Place place) {
    if (!place.real().startsWith(place.root())) return false;
    if (place.real().equals(place.root())) return true;
    var names = new ArrayList<String>();
    place.inside().forEach(name -> names.add(name.toString()));
    if (names.stream().anyMatch(Passing::is)) return false;
    return showHidden || !SitePath.hidden(names);
  }

  /** That very file, by whatever name and through whatever links. */
  static Resource open(Path file, String name) throws IOException {
    try {
      Path real = file.toRealPath();
      Path parent = real.getParent();
      return parent == null ? new Resource.Missing() : open(new Place(parent, real), name);
    } catch (NoSuchFileException | AccessDeniedException | FileSystemLoopException _) {
      return new Resource.Missing();
    }
  }

  /** Tries again when the file is another than the one looked at: somebody has just replaced it. */
  private static Resource open(Place place, String name) throws IOException {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      try {
        Optional<Descent.Opened> opened = Descent.open(place.root(), place.inside());
        if (opened.isEmpty()) break;
        var state = stateOf(opened.get(), place.real());
        if (state.isPresent()) {
          return new Resource.OnDisk(name, state.get(), opened.get().channel());
        }
      } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException _) {
        break;
      }
    }
    return new Resource.Missing();
  }

  /** Its state once it is open; what is read later is at least as new. Else it is closed. */
  private static Optional<FileState> stateOf(Descent.Opened opened, Path real) throws IOException {
    boolean same = false;
    try {
      var state = FileState.of(real);
      same = state.key().equals(opened.key());
      return same ? Optional.of(state) : Optional.empty();
    } finally {
      if (!same) opened.channel().close();
    }
  }
}
