package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads what lies in a folder, and leaves out what would not be served.
 *
 * @param most so many entries are read, for they are all in memory while they are ordered
 */
record FolderReader(Folder folder, boolean showHidden, int most) {
  static final int MOST = 200_000;

  /**
   * What was found.
   *
   * @param complete whether that is all
   */
  record Entries(List<ListingEntry> entries, boolean complete) {}

  Entries read() throws IOException {
    var entries = new ArrayList<ListingEntry>();
    try (DirectoryStream<Path> all = Files.newDirectoryStream(folder.directory())) {
      for (Path path : all) {
        Optional<ListingEntry> entry = entry(path);
        if (entry.isEmpty()) continue;
        if (entries.size() == most) return new Entries(entries, false);
        entries.add(entry.get());
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new Entries(entries, true);
  }

  private Optional<ListingEntry> entry(Path path) {
    String name = path.getFileName().toString();
    try {
      var found = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!served(name, found)) return Optional.empty();
      // Where a link may lead has been decided; here only what is there counts.
      var shown =
          found.isSymbolicLink() ? Files.readAttributes(path, BasicFileAttributes.class) : found;
      var entry =
          new ListingEntry(
              name,
              shown.isDirectory(),
              shown.isDirectory() ? 0 : shown.size(),
              shown.lastModifiedTime().toMillis());
      return Optional.of(entry).filter(ListingEntry::addressable);
    } catch (IOException _) {
      return Optional.empty(); // gone, or a circle of links: there is nothing to go to
    }
  }

  /** To ask the site opens the file: only where the name and the kind do not say it already. */
  private boolean served(String name, BasicFileAttributes found) throws IOException {
    boolean plain = found.isRegularFile() || found.isDirectory();
    if (Passing.is(name)) return false;
    if (!plain && !found.isSymbolicLink()) return false;
    if (plain && (showHidden || !name.startsWith("."))) return SitePath.isName(name);
    return folder.serves(name);
  }
}
