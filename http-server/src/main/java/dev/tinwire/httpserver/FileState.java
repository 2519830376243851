package dev.tinwire.httpserver;

import dev.tinwire.http.EntityTag;
import dev.tinwire.http.Validators;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What tells one state of a file from another, and so where its validators come from.
 *
 * @param changed when content, name or rights changed last (ctime), which nobody can set back as
 *     they can {@code modified}; the same as that where a system does not know it
 * @param key which file of this machine it is (device and inode), empty where there are no such
 */
record FileState(long size, Instant modified, Instant changed, String key) {
  /**
   * Times move in steps: a clock tick of at most 10 ms on Linux, and whole seconds, or two, on some
   * file systems. A file may change twice within one and look as if it had not.
   */
  private static final Duration TICK = Duration.ofMillis(20);

  private static final Duration COARSE_TICK = Duration.ofSeconds(3);

  private static final String UNIX = "unix:size,lastModifiedTime,ctime,fileKey";

  /** Looks at a file that is no link, once. */
  static FileState of(Path path) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      var all = Files.readAttributes(path, UNIX, LinkOption.NOFOLLOW_LINKS);
      return new FileState(
          (Long) value(all, "size"),
          ((FileTime) value(all, "lastModifiedTime")).toInstant(),
          ((FileTime) value(all, "ctime")).toInstant(),
          key(all.get("fileKey")));
    }
    var all = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Instant modified = all.lastModifiedTime().toInstant();
    return new FileState(all.size(), modified, modified, key(all.fileKey()));
  }

  private static Object value(Map<String, Object> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  static String key(@Nullable Object fileKey) {
    return fileKey == null ? "" : fileKey.toString();
  }

  /** Whether any later change would show. Until then nobody must rely on this state. */
  boolean settled(Instant now) {
    boolean coarse = changed.equals(changed.truncatedTo(ChronoUnit.SECONDS));
    Duration tick = coarse ? COARSE_TICK : TICK;
    return changed.plus(tick).isBefore(now);
  }

  /**
   * A strong tag, for it changes with every change (RFC 9110 §8.8.1). That of a file not settled is
   * of this answer alone, so that no later one matches it. A digest, for nobody need know inodes.
   */
  EntityTag tag(Instant now) {
    String state = size + " " + modified + " " + changed + " " + key;
    return EntityTag.strong(digest(settled(now) ? state : state + " " + now));
  }

  private static String digest(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }

  /**
   * Never after the moment of the answer (RFC 9110 §8.8.2.1), and none where somebody set a time
   * before there were such files.
   */
  Optional<Instant> lastModified(Instant now) {
    if (modified.isBefore(Instant.EPOCH)) return Optional.empty();
    return Optional.of(modified.isAfter(now) ? now : modified);
  }

  Validators validators(Instant now) {
    return new Validators(Optional.of(tag(now)), lastModified(now));
  }
}
