package dev.tinwire.httpserver;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a form sends (URL Standard §5.1, {@code application/x-www-form-urlencoded}):
 *
 * <pre>
 * form = [ pair *( "&amp;" pair ) ]
 * pair = name "=" value                  ; percent-encoded UTF-8, "+" is a blank
 * </pre>
 */
record FormData(List<Pair> pairs) {
  /** More than any form of ours has. */
  static final int MOST = 64;

  record Pair(String name, String value) {}

  FormData {
    pairs = List.copyOf(pairs);
  }

  static FormData parse(String text) throws Malformed {
    var pairs = new ArrayList<Pair>();
    if (text.isEmpty()) return new FormData(pairs);
    for (String pair : text.split("&", -1)) {
      if (pairs.size() == MOST) throw new Malformed("form", "***", 0, "has too many fields");
      int equals = pair.indexOf('=');
      String name = equals < 0 ? pair : pair.substring(0, equals);
      String value = equals < 0 ? "" : pair.substring(equals + 1);
      pairs.add(new Pair(decoded(name), decoded(value)));
    }
    return new FormData(pairs);
  }

  /** Without the text in the message: it may be a password. */
  private static String decoded(String text) throws Malformed {
    try {
      return PercentEncoding.decodeUtf8("form", text.replace('+', ' '));
    } catch (Malformed _) {
      throw new Malformed("form", "***", 0, "is not percent-encoded UTF-8");
    }
  }

  /** The first of that name. */
  Optional<String> value(String name) {
    return pairs.stream().filter(pair -> pair.name().equals(name)).map(Pair::value).findFirst();
  }
}
