package dev.tinwire.httpserver;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code Allow} says of one place (RFC 9110 §10.2.1): the methods that can come to something
 * there as it is now.
 */
record Allowed(Storage storage) {
  String at(SitePath path) throws IOException {
    Receiving.Right right = storage.receiving().at(path);
    if (right == Receiving.Right.READ) return right.allow;
    try (Resource now = storage.now(path)) {
      boolean nothing = now instanceof Resource.Missing;
      if (nothing && UploadName.problem(path.names()).isPresent())
        return Receiving.Right.READ.allow;
      return of(right, now, path.isRoot());
    }
  }

  private static String of(Receiving.Right right, Resource there, boolean root) {
    return switch (there) {
      case Resource.Missing _ -> without(right, "POST", "DELETE", "MOVE");
      // Files are put into it by a form; to itself nothing can be done but to move or delete it.
      case Resource.Folder _ when root -> without(right, "PUT", "PATCH", "MKCOL", "DELETE", "MOVE");
      case Resource.Folder _ -> without(right, "PUT", "PATCH", "MKCOL");
      // The forms for renaming and deleting post to it. What is there stays as it is without them.
      case Resource.File _ ->
          right == Receiving.Right.CHANGE ? without(right, "MKCOL") : Receiving.Right.READ.allow;
    };
  }

  private static String without(Receiving.Right right, String... never) {
    return Stream.of(right.allow.split(", ", -1))
        .filter(method -> !List.of(never).contains(method))
        .collect(Collectors.joining(", "));
  }
}
