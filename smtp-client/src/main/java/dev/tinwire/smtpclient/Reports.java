package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;

/**
 * Which reports about the delivery are wanted (DSN, RFC 3461 §4.1): {@code --dsn}.
 *
 * @param kinds {@code NEVER}, or some of {@code SUCCESS}, {@code FAILURE}, {@code DELAY}
 */
record Reports(List<String> kinds) {
  private static final String EXPECTED = "write never, or some of success,failure,delay";

  Reports {
    kinds = List.copyOf(kinds);
  }

  static Reports parse(String text) throws Malformed {
    var wanted = new ArrayList<String>();
    int at = 0;
    for (String word : text.split(",", -1)) {
      String keyword =
          switch (word) {
            case "success" -> "SUCCESS";
            case "failure" -> "FAILURE";
            case "delay" -> "DELAY";
            case "never" -> "NEVER";
            default -> throw new Malformed("kind of report", text, at, EXPECTED);
          };
      boolean alone = keyword.equals("NEVER") ? !wanted.isEmpty() : wanted.contains("NEVER");
      if (alone || wanted.contains(keyword)) {
        throw new Malformed("kind of report", text, at, EXPECTED);
      }
      wanted.add(keyword);
      at += word.length() + 1;
    }
    return new Reports(wanted);
  }

  /** The parameter of RCPT. */
  String notifyParameter() {
    return "NOTIFY=" + String.join(",", kinds);
  }
}
