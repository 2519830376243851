package dev.tinwire.smtpclient;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A text with the names of columns in it.
 *
 * <pre>
 * template    = *( any but "{" / "{{" / placeholder )      ; "{{" is one brace
 * placeholder = "{" column "}"
 * </pre>
 *
 * @param what the option it came from, for errors
 */
record Template(String what, List<Piece> pieces) {
  /** What a template is made of. */
  sealed interface Piece {
    /** Stands for itself. */
    record Literal(String text) implements Piece {}

    /** Stands for what the row has there. */
    record Column(String name) implements Piece {}
  }

  Template {
    pieces = List.copyOf(pieces);
  }

  /** Reads it; a name that is no column is a fault, found before anything is sent. */
  static Template parse(String what, String text, Set<String> columns) throws Malformed {
    var pieces = new ArrayList<Piece>();
    var literal = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) != '{') {
        literal.append(text.charAt(at));
      } else if (text.startsWith("{{", at)) {
        literal.append('{');
        at++;
      } else {
        pieces.add(new Piece.Literal(literal.toString()));
        literal.setLength(0);
        String name = name(what, text, at, columns);
        pieces.add(new Piece.Column(name));
        at += name.length() + 1;
      }
    }
    pieces.add(new Piece.Literal(literal.toString()));
    return new Template(what, pieces);
  }

  private static String name(String what, String text, int brace, Set<String> columns)
      throws Malformed {
    int end = text.indexOf('}', brace);
    if (end < 0) throw new Malformed(what, text, brace, "'}' is missing; {{ is a brace itself");
    String name = text.substring(brace + 1, end);
    if (columns.contains(name)) return name;
    String known = String.join(", ", columns);
    throw new Malformed(
        what, text, brace, "no such column; there are: " + known + "; {{ is a brace itself");
  }

  Set<String> columns() {
    return pieces.stream()
        .filter(Piece.Column.class::isInstance)
        .map(piece -> ((Piece.Column) piece).name())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /**
   * The text for one row. What comes from the row is not looked into again.
   *
   * @param form what the values become where the text is not plain
   */
  String fill(BatchRow row, UnaryOperator<String> form) {
    var out = new StringBuilder();
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Literal(String text) -> out.append(text);
        case Piece.Column(String name) ->
            out.append(form.apply(row.values().getOrDefault(name, "")));
      }
    }
    return out.toString();
  }
}
