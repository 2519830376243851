package dev.tinwire.smtpclient;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and values as {@code application/x-www-form-urlencoded} (RFC 6749 appendix B). */
final class Forms {
  private static final int MOST = 32;

  private Forms() {}

  static String print(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field ->
            PercentEncoding.queryComponent(field.getKey())
                + "="
                + PercentEncoding.queryComponent(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** Reads it; a name given twice could mean either, so it is refused (RFC 6749 §3.1). */
  static Map<String, String> parse(String text) throws Malformed {
    var form = new LinkedHashMap<String, String>();
    if (text.isEmpty()) return form;
    for (String field : text.split("&", -1)) {
      int equals = field.indexOf('=');
      String name = decoded(equals < 0 ? field : field.substring(0, equals));
      String value = equals < 0 ? "" : decoded(field.substring(equals + 1));
      if (form.size() == MOST || form.put(name, value) != null) {
        throw new Malformed("query", text, 0, "a name comes twice, or there are too many");
      }
    }
    return form;
  }

  private static String decoded(String text) throws Malformed {
    return PercentEncoding.decodeUtf8("query", text.replace('+', ' '));
  }
}
