package dev.tinwire.httpserver;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * Names of what lies in a folder only until it has its own: what is being received, made or
 * deleted. Nobody can ask for them, even where dotfiles are served. Pure.
 *
 * <pre>
 * .tinwire-tmp-PID-RANDOM     gone with the process
 * .tinwire-part-DIGEST        an upload that was cut and can be continued
 * </pre>
 */
final class Passing {
  private static final String OURS = ".tinwire-";
  private static final String TEMPORARY = OURS + "tmp-";
  private static final String PARTIAL = OURS + "part-";

  private Passing() {}

  static boolean is(String name) {
    return name.startsWith(TEMPORARY) || name.startsWith(PARTIAL);
  }

  static String temporary(RandomGenerator random) {
    return TEMPORARY
        + ProcessHandle.current().pid()
        + "-"
        + HexFormat.of().toHexDigits(random.nextLong());
  }

  /** The process that a temporary one belongs to, on this computer. */
  static OptionalLong process(String name) {
    if (!name.startsWith(TEMPORARY)) return OptionalLong.empty();
    String[] parts = name.substring(TEMPORARY.length()).split("-", -1);
    boolean number = parts.length == 2 && parts[0].matches("[0-9]{1,18}");
    return number ? OptionalLong.of(Long.parseLong(parts[0])) : OptionalLong.empty();
  }

  /**
   * What an upload is kept under. Its length is part of it, and so is what its sender calls it, so
   * that what somebody else sends under this name is not taken for its beginning.
   *
   * @param id chosen by the sender; may be empty
   */
  static String partial(String name, long length, String id) {
    try {
      String whole = id.isEmpty() ? length + " " + name : length + " " + id + "/" + name;
      byte[] key = whole.getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
      return PARTIAL + HexFormat.of().formatHex(digest, 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
