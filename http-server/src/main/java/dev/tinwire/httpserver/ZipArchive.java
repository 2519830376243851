package dev.tinwire.httpserver;

import dev.tinwire.http.EntityTag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A folder as an archive: what is in it, and where. All of it lies in one folder of that name, so
 * that unpacking never strews files over the place where somebody happens to be.
 *
 * @param name of the folder
 */
record ZipArchive(Folder folder, String name, ZipLayout layout) {
  /** Of a folder that has no name to be used: the root of a file system. */
  private static final String NAMELESS = "files";

  /** Part of each tag: to be changed whenever the same files make other bytes. */
  private static final String EDITION = "zip 1";

  /** Looks at all that is in a folder; nothing if it is beyond the limits. */
  static Optional<ZipArchive> of(Folder folder, ZipLimits limits) throws IOException {
    String name = folder.path().name().orElse(nameOf(folder.directory()));
    return FolderWalk.of(folder, name, limits)
        .map(items -> new ZipArchive(folder, name, ZipLayout.of(items)));
  }

  private static String nameOf(Path directory) {
    Path last = directory.getFileName();
    return last != null && SitePath.isName(last.toString()) ? last.toString() : NAMELESS;
  }

  String fileName() {
    return name + ".zip";
  }

  /** Where an item is asked for in the site. */
  SitePath path(ZipItem item) {
    SitePath path = folder.path();
    for (String each : item.name().substring(name.length() + 1).split("/", -1)) {
      path = path.file(each);
    }
    return path;
  }

  /**
   * Strong, for the bytes follow from the names and the files (RFC 9110 §8.8.1); while one of them
   * is not settled it is of this answer alone.
   */
  EntityTag tag(Instant now) {
    return tag(layout.items(), now);
  }

  static EntityTag tag(List<ZipItem> items, Instant now) {
    var sha = sha256();
    add(sha, EDITION);
    for (ZipItem item : items) {
      add(sha, item.name());
      // A folder changes with what is in it, which stands beside it here.
      FileState state = item.state();
      add(sha, item.isFolder() ? state.modified().toString() : state.tag(now).opaque());
    }
    return EntityTag.strong(HexFormat.of().formatHex(sha.digest(), 0, 16));
  }

  /** With an end that no name has in it. */
  private static void add(MessageDigest sha, String text) {
    sha.update(text.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
