package dev.tinwire.wire.json;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Walks a JSON Pointer (RFC 6901); where it cannot go on, the error names the step. */
final class JsonPointer {
  private JsonPointer() {}

  /** The pointer of one step, to the member of this name. */
  static String to(String name) {
    return "/" + name.replace("~", "~0").replace("/", "~1");
  }

  static Json follow(Json root, String pointer) throws Malformed {
    if (pointer.isEmpty()) return root;
    if (!pointer.startsWith("/")) {
      throw new IllegalArgumentException(
          "a JSON pointer begins with '/', this does not: " + pointer);
    }
    Json here = root;
    int end = 0;
    while (end < pointer.length()) {
      int from = end + 1;
      int slash = pointer.indexOf('/', from);
      end = slash < 0 ? pointer.length() : slash;
      String token = pointer.substring(from, end).replace("~1", "/").replace("~0", "~");
      Optional<Json> next = step(here, token);
      if (next.isEmpty()) throw nothingAt(root, pointer.substring(0, end));
      here = next.get();
    }
    return here;
  }

  private static Optional<Json> step(Json here, String token) {
    return switch (here) {
      case Json.Obj(Map<String, Json> members) -> Optional.ofNullable(members.get(token));
      case Json.Arr(List<Json> items) -> item(items, token);
      case Json.Str _, Json.Num _, Json.Bool _, Json.Null _ -> Optional.empty();
    };
  }

  /** §4: "0", or digits without a leading zero. */
  private static Optional<Json> item(List<Json> items, String token) {
    if (!token.matches("0|[1-9][0-9]{0,8}")) return Optional.empty();
    int index = Integer.parseInt(token);
    return index < items.size() ? Optional.of(items.get(index)) : Optional.empty();
  }

  private static Malformed nothingAt(Json root, String pointer) {
    return new Malformed("JSON", root.print(), 0, "has nothing at " + pointer);
  }
}
