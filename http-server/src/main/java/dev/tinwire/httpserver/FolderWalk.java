package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds all that would be served below a folder, in the order of names, so that the same files make
 * the same archive. A link to a folder it lies in is left out: following it would have no end.
 */
final class FolderWalk {
  /** UTF-8 has at most three octets for one {@code char}. */
  private static final int LONGEST_NAME = ZipItem.LONGEST_NAME / 3;

  private final Site site;
  private final ZipLimits limits;
  private final List<ZipItem> found = new ArrayList<>();
  private final Deque<Path> above = new ArrayDeque<>();
  private long seen;
  private long characters;

  private FolderWalk(Site site, ZipLimits limits) {
    this.site = site;
    this.limits = limits;
  }

  /**
   * The folder under that name, and what is below it.
   *
   * @return nothing if it is beyond the limits
   */
  static Optional<List<ZipItem>> of(Folder folder, String name, ZipLimits limits)
      throws IOException {
    var walk = new FolderWalk(folder.site(), limits);
    boolean all = walk.folder(folder.path(), folder.directory(), name + "/");
    return all ? Optional.of(walk.found) : Optional.empty();
  }

  /** Each of these tells whether it is within the limits so far. */
  private boolean folder(SitePath path, Path directory, String name) throws IOException {
    if (above.contains(directory)) return true;
    List<Path> inside;
    try {
      inside = inside(directory);
      if (!add(name, FileState.of(directory))) return false;
    } catch (NoSuchFileException | AccessDeniedException | NotDirectoryException _) {
      return true; // gone meanwhile, or not ours to see
    }
    if (seen > limits.items() || above.size() == limits.depth()) return false;
    above.push(directory);
    for (Path each : inside) {
      if (!entry(path, each, name)) return false;
    }
    above.pop();
    return true;
  }

  /** In order; or some, if they are too many. */
  private List<Path> inside(Path directory) throws IOException {
    var inside = new ArrayList<Path>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(directory)) {
      for (Path each : all) {
        if (++seen > limits.items()) break;
        inside.add(each);
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    inside.sort(null);
    return inside;
  }

  private boolean entry(SitePath parent, Path path, String folder) throws IOException {
    String name = path.getFileName().toString();
    // Bytes that are no text make a name that nobody can ask for.
    if (!SitePath.isName(name) || !path.resolveSibling(name).equals(path)) return true;
    SitePath at = parent.file(name);
    return switch (find(at, path)) {
      case Found.Nothing() -> true;
      case Found.Folder(var directory) -> folder(at.withSlash(), directory, folder + name + "/");
      case Found.File(var state) -> add(folder + name, state);
    };
  }

  private boolean add(String name, FileState state) {
    characters += name.length();
    if (name.length() > LONGEST_NAME || characters > limits.names()) return false;
    found.add(new ZipItem(name, state));
    return true;
  }

  private sealed interface Found {
    record Nothing() implements Found {}

    record Folder(Path directory) implements Found {}

    record File(FileState state) implements Found {}
  }

  /**
   * To ask the site opens the file, so that is done where the name and the kind do not say it
   * already. What is sent comes from the site in any case.
   */
  private Found find(SitePath at, Path path) throws IOException {
    try {
      var kind = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      boolean hidden = at.hidden();
      if (kind.isDirectory() && !hidden) return new Found.Folder(path);
      if (kind.isRegularFile() && !hidden) {
        return Files.isReadable(path) ? new Found.File(FileState.of(path)) : new Found.Nothing();
      }
      boolean served = kind.isSymbolicLink() || kind.isRegularFile() || kind.isDirectory();
      return served ? ask(at) : new Found.Nothing();
    } catch (NoSuchFileException | AccessDeniedException _) {
      return new Found.Nothing();
    }
  }

  private Found ask(SitePath at) throws IOException {
    try (Resource entry = site.find(at)) {
      return switch (entry) {
        case Resource.Missing() -> new Found.Nothing();
        case Resource.Folder(var directory) -> new Found.Folder(directory);
        case Resource.File file -> new Found.File(file.state());
      };
    }
  }
}
