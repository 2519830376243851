package dev.tinwire.httpclient;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Names of files on a server as people type and read them, {@code a b/50%.txt}, and as they stand
 * in a URL. Pure.
 */
final class RemoteName {
  private RemoteName() {}

  /** What a typed path means, seen from a folder. Nothing in it is taken for a query. */
  static Url resolve(Url folder, String typed) throws Malformed {
    String encoded =
        Arrays.stream(typed.split("/", -1))
            .map(PercentEncoding::pathSegment)
            .collect(Collectors.joining("/"));
    // "//a" would be another host, and "a:b" another scheme.
    String reference = typed.startsWith("/") ? encoded.replaceFirst("^/+", "/") : "./" + encoded;
    return folder.resolve(reference);
  }

  /** The same, ending with a slash, as folders do. */
  static Url folder(Url folder, String typed) throws Malformed {
    return resolve(folder, typed.isEmpty() || typed.endsWith("/") ? typed : typed + "/");
  }

  /** A reference to something in the same folder. */
  static String reference(String name, boolean folder) {
    return "./" + PercentEncoding.pathSegment(name) + (folder ? "/" : "");
  }

  /** For eyes; still to be made visible. */
  static String decoded(String path) {
    return new String(PercentSet.decode(path), StandardCharsets.UTF_8);
  }

  /** The last name in a path, empty where it is a folder's. */
  static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
