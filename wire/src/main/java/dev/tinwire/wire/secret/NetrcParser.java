package dev.tinwire.wire.secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a {@code .netrc}. What it does not know it refuses, and never shows: an unknown word is
 * often the second half of a password with a blank in it.
 */
final class NetrcParser {
  private final NetrcLexer words;
  private final List<Netrc.Entry> entries = new ArrayList<>();

  /** The fields of the entry being read, by keyword; "machine" is missing in the default. */
  private final Map<String, String> fields = new HashMap<>();

  private boolean inEntry;

  NetrcParser(String text) {
    this.words = new NetrcLexer(text);
  }

  Netrc whole() throws BadNetrc {
    while (words.hasNext()) {
      String keyword = words.word().toLowerCase(Locale.ROOT); // curl takes them in any case
      switch (keyword) {
        case "machine", "default" -> begin(keyword);
        case "login", "password", "account" -> field(keyword);
        case "macdef" -> {
          value("macdef");
          words.skipMacro();
        }
        default ->
            throw bad(
                "expected machine, default, login, password, account or macdef;"
                    + " a value with blanks needs quotes");
      }
    }
    end();
    return new Netrc(entries);
  }

  private void begin(String keyword) throws BadNetrc {
    end();
    if (!entries.isEmpty() && entries.getLast().machine().isEmpty()) {
      throw bad("nothing after the default can ever be found");
    }
    inEntry = true;
    if (keyword.equals("machine")) fields.put("machine", value("machine"));
  }

  private void field(String keyword) throws BadNetrc {
    if (!inEntry) throw bad(keyword + " belongs after a machine or default");
    if (fields.put(keyword, value(keyword)) != null) throw bad(keyword + " is given twice");
  }

  private String value(String keyword) throws BadNetrc {
    int line = words.line();
    // curl takes "password #abc" for a comment, and the next line's first word for the password.
    if (!words.hasValue()) {
      throw new BadNetrc(
          line, "expected a value after " + keyword + "; quote one that begins with '#'");
    }
    return words.word();
  }

  private void end() {
    if (!inEntry) return;
    entries.add(
        new Netrc.Entry(
            Optional.ofNullable(fields.get("machine")),
            Optional.ofNullable(fields.get("login")),
            Optional.ofNullable(fields.get("password")).map(Secret::of),
            Optional.ofNullable(fields.get("account"))));
    fields.clear();
    inEntry = false;
  }

  private BadNetrc bad(String problem) {
    return new BadNetrc(words.line(), problem);
  }
}
