package dev.tinwire.httpserver;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Optional;

/**
 * A name that is taken for a file which is to have it, never instead of another. Java has no {@code
 * linkat}, and {@code link} by a path may end in another folder than the one held open if somebody
 * swaps one on the way. So the name is taken by an empty file, which succeeds for one alone, and
 * that is then replaced. Nobody may read the empty one: for as long as it is there, and if that is
 * cut short, the name leads nowhere.
 *
 * <p>Another program may rename something over it meanwhile. That is looked at last of all, so that
 * nothing but what comes within this one call of the system can be lost; within this server nothing
 * can, since names change under a lock ({@link Storage#change}).
 */
record NameClaim(HeldFolder folder, String name, Object key) {
  /** Takes a name; empty if something has it. */
  static Optional<NameClaim> of(HeldFolder folder, String name) throws IOException {
    if (!folder.createForNobody(name)) return Optional.empty();
    return folder.look(name).map(made -> new NameClaim(folder, name, key(made)));
  }

  /** What tells a file from all others; its time, on a system that has nothing better. */
  private static Object key(BasicFileAttributes file) {
    return Objects.requireNonNullElse(file.fileKey(), file.creationTime());
  }

  private boolean stands() throws IOException {
    return folder.look(name).map(NameClaim::key).filter(key::equals).isPresent();
  }

  /**
   * Gives the name to a file.
   *
   * @return false if the name has become another's; that stays as it is
   */
  boolean fill(HeldFolder from, String file) throws IOException {
    boolean done = false;
    try {
      if (!stands()) return false;
      from.move(file, folder, name);
      done = true;
      return true;
    } finally {
      if (!done && stands()) folder.deleteFile(name);
    }
  }
}
