package dev.tinwire.wire.json;

import java.util.HexFormat;
import java.util.Iterator;
import java.util.function.Consumer;

/**
 * Prints values. Inside strings everything is escaped that RFC 8259 §7 asks for, and everything a
 * terminal could take for a command or that changes how its neighbours look: DEL and C1, line and
 * paragraph separators, format characters (direction marks, joiners, tags), lone surrogates.
 */
final class JsonPrinter {
  private final StringBuilder out = new StringBuilder();
  private final boolean pretty;

  private JsonPrinter(boolean pretty) {
    this.pretty = pretty;
  }

  static String compact(Json value) {
    return print(value, false);
  }

  static String pretty(Json value) {
    return print(value, true);
  }

  private static String print(Json value, boolean pretty) {
    var printer = new JsonPrinter(pretty);
    printer.value(value, 0);
    return printer.out.toString();
  }

  private void value(Json value, int depth) {
    switch (value) {
      case Json.Obj(var members) ->
          list(
              '{',
              '}',
              members.entrySet().iterator(),
              depth,
              m -> member(m.getKey(), m.getValue(), depth + 1));
      case Json.Arr(var items) ->
          list('[', ']', items.iterator(), depth, item -> value(item, depth + 1));
      case Json.Str(var text) -> string(text);
      case Json.Num(var literal) -> out.append(literal);
      case Json.Bool(var truth) -> out.append(truth);
      case Json.Null() -> out.append("null");
    }
  }

  private <T> void list(char open, char close, Iterator<T> items, int depth, Consumer<T> print) {
    out.append(open);
    if (items.hasNext()) {
      while (items.hasNext()) {
        newLine(depth + 1);
        print.accept(items.next());
        if (items.hasNext()) out.append(',');
      }
      newLine(depth);
    }
    out.append(close);
  }

  private void member(String name, Json value, int depth) {
    string(name);
    out.append(pretty ? ": " : ":");
    value(value, depth);
  }

  private void newLine(int depth) {
    if (pretty) out.append('\n').repeat("  ", depth);
  }

  private void string(String text) {
    out.append('"');
    for (int i = 0; i < text.length(); ) {
      int point = text.codePointAt(i);
      int next = i + Character.charCount(point);
      if (safe(point)) out.append(text, i, next);
      else for (; i < next; i++) escape(text.charAt(i));
      i = next;
    }
    out.append('"');
  }

  private static boolean safe(int point) {
    if (point < 0x7f) return point >= ' ' && point != '"' && point != '\\';
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  private void escape(char c) {
    switch (c) {
      case '"', '\\' -> out.append('\\').append(c);
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append("\\u").append(HexFormat.of().toHexDigits(c));
    }
  }
}
