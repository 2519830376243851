package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A folder that was asked for, to be shown by a {@link FolderView}.
 *
 * @param path where it is in the site
 * @param directory where it really is
 * @param hasIndex whether it has a page of its own
 */
record Folder(SitePath path, Path directory, boolean hasIndex, Site site) {
  /**
   * Whether an entry of that name would be served: no dotfile, no link that leaves the site, no
   * name that a path cannot have. Looks at the disk.
   */
  boolean serves(String name) throws IOException {
    if (!SitePath.isName(name)) return false;
    try (Resource entry = site.find(path.file(name))) {
      return !(entry instanceof Resource.Missing);
    }
  }
}
