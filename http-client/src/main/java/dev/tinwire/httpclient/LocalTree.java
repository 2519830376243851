package dev.tinwire.httpclient;

import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/**
 * What lies in a folder here and below it, each folder before what is in it. Links are not
 * followed: they may lead anywhere, also back to where we come from.
 *
 * @param nodes in an order in which they can be made elsewhere
 * @param links what is left out
 */
record LocalTree(List<Node> nodes, List<Path> links) {
  /** So deep, and so many; as for {@link Mirror}, which is the way back. */
  static final int DEEPEST = 64;

  static final int MOST = 200_000;

  /** Something in it. */
  sealed interface Node {
    Path path();

    /** A folder, of which is said whether anything that is sent lies in it. */
    record Folder(Path path, boolean empty) implements Node {}

    /** A file. */
    record File(Path path) implements Node {}
  }

  /** Looks at all of it before anything is sent. */
  static LocalTree of(Path root) throws IOException {
    var walk = new Walk();
    Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEEPEST + 1, walk);
    return new LocalTree(List.copyOf(walk.nodes), List.copyOf(walk.links));
  }

  /** How many are sent. */
  long files() {
    return nodes.stream().filter(Node.File.class::isInstance).count();
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Node> nodes = new ArrayList<>();
    private final List<Path> links = new ArrayList<>();

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
        throws IOException {
      try (var inside = Files.newDirectoryStream(folder)) {
        add(new Node.Folder(folder, !inside.iterator().hasNext()));
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
      if (attributes.isDirectory()) {
        throw new WireException(file + ": folders lie deeper than " + DEEPEST);
      }
      if (attributes.isRegularFile()) add(new Node.File(file));
      else links.add(file);
      return FileVisitResult.CONTINUE;
    }

    private void add(Node node) throws WireException {
      if (nodes.size() == MOST) throw new WireException("there are more than " + MOST + " entries");
      nodes.add(node);
    }
  }
}
