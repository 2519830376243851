package dev.tinwire.httpserver;

import dev.tinwire.http.FieldLine;
import dev.tinwire.http.Fields;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Says something more with every answer, in place of what it says under that name. */
record AddedFields(Handler inner, List<FieldLine> lines) implements InstantHandler {
  /** What must be true of each answer, and nobody can know beforehand. */
  private static final Set<String> OURS =
      Set.of(
          "accept-ranges",
          "allow",
          "connection",
          "content-encoding",
          "content-length",
          "content-range",
          "date",
          "etag",
          "keep-alive",
          "last-modified",
          "location",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "www-authenticate");

  AddedFields {
    lines = List.copyOf(lines);
  }

  /** Reads {@code Name: value} as somebody typed it. */
  static FieldLine parse(String text) throws Malformed {
    int colon = text.indexOf(':');
    if (colon < 0) throw new Malformed("field", text, text.length(), "expected Name: value");
    String name = text.substring(0, colon);
    if (OURS.contains(name.toLowerCase(Locale.ROOT))) {
      throw new Malformed("field", text, 0, "is what the server says of each answer itself");
    }
    try {
      return FieldLine.of(name, text.substring(colon + 1).strip());
    } catch (IllegalArgumentException e) {
      throw new Malformed("field", text, colon, String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Answer answer(Request request) throws IOException {
    return added(inner.answer(request));
  }

  @Override
  public Optional<InstantAnswer> atOnce(Request request) {
    return InstantHandler.ask(inner, request).map(known -> known.map(this::added));
  }

  private Answer added(Answer answer) {
    var all = new ArrayList<FieldLine>();
    for (FieldLine line : answer.fields().lines()) if (stays(line)) all.add(line);
    all.addAll(lines);
    return new Answer(answer.status(), new Fields(all), answer.content());
  }

  /** Vary adds up: what we have looked at we have looked at. */
  private boolean stays(FieldLine line) {
    return line.isNamed("Vary") || lines.stream().noneMatch(ours -> ours.isNamed(line.name()));
  }
}
