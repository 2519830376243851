package dev.tinwire.httpserver;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The field lines that a user wants in every answer: {@code --header 'Name: value'}. */
final class FieldChoice {
  /** What the connection says by itself; a second opinion about lengths is how smuggling starts. */
  private static final Set<String> OURS =
      Set.of(
          "connection", "content-length", "content-range", "date", "keep-alive", "te", "trailer",
          "transfer-encoding", "upgrade");

  /** For scripts of any origin to read what is served (Fetch §3.3). */
  static final List<FieldLine> CORS =
      List.of(
          FieldLine.of("Access-Control-Allow-Origin", "*"),
          FieldLine.of("Access-Control-Allow-Methods", "GET, HEAD, OPTIONS"),
          FieldLine.of("Access-Control-Allow-Headers", "*"),
          FieldLine.of("Access-Control-Expose-Headers", "*"));

  private FieldChoice() {}

  static FieldLine parse(String text) throws Malformed {
    int colon = text.indexOf(':');
    if (colon < 1) throw new Malformed("field", text, 0, "write NAME: VALUE");
    String name = text.substring(0, colon);
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new Malformed("field", text, 0, "is said by the server itself");
    }
    try {
      return FieldLine.of(name, text.substring(colon + 1).strip());
    } catch (IllegalArgumentException _) {
      throw new Malformed("field", text, 0, "a name is a token, a value visible characters");
    }
  }

  /** What the user says counts, not what we would have said. */
  static Answer in(Answer answer, List<FieldLine> lines) {
    Fields fields = answer.fields();
    for (FieldLine line : lines) fields = fields.without(line.name());
    for (FieldLine line : lines) fields = fields.and(line.name(), line.value());
    return new Answer(answer.status(), fields, answer.content());
  }
}
