package dev.tinwire.wire.json;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads JSON text by recursive descent, just as RFC 8259 draws it: no comments, no trailing commas,
 * no byte order mark, nothing after the value. Member names must differ (§4 leaves it open; two
 * readers that pick different ones is how checks are bypassed).
 */
final class JsonParser {
  /** How deep arrays and objects may nest; so much stack is always there (§9). */
  static final int MAX_DEPTH = 64;

  /** How long a number may be; a million digits cost seconds to compute with (§9). */
  static final int MAX_NUMBER = 1000;

  private final String text;
  private int at;

  JsonParser(String text) {
    this.text = text;
  }

  Json whole() throws Malformed {
    Json value = value(0);
    blanks();
    if (at < text.length()) throw expected("nothing after the value");
    return value;
  }

  private Json value(int depth) throws Malformed {
    blanks();
    return switch (peek()) {
      case '{' -> object(deeper(depth));
      case '[' -> array(deeper(depth));
      case '"' -> new Json.Str(string());
      case 't' -> literal("true", new Json.Bool(true));
      case 'f' -> literal("false", new Json.Bool(false));
      case 'n' -> literal("null", new Json.Null());
      case '-', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9' -> number();
      default -> throw expected("a value");
    };
  }

  private Json object(int depth) throws Malformed {
    Map<String, Json> members = new LinkedHashMap<>();
    if (emptyAfter('{', '}')) return new Json.Obj(members);
    do {
      blanks();
      int name = at;
      if (peek() != '"') throw expected("a member name in quotes");
      String key = string();
      blanks();
      if (!take(':')) throw expected("':'");
      if (members.put(key, value(depth)) != null) throw fault(name, "has a member name twice");
      blanks();
    } while (take(','));
    if (!take('}')) throw expected("',' or '}'");
    return new Json.Obj(members);
  }

  private Json array(int depth) throws Malformed {
    var items = new ArrayList<Json>();
    if (emptyAfter('[', ']')) return new Json.Arr(items);
    do {
      items.add(value(depth));
      blanks();
    } while (take(','));
    if (!take(']')) throw expected("',' or ']'");
    return new Json.Arr(items);
  }

  private boolean emptyAfter(char open, char close) {
    take(open);
    blanks();
    return take(close);
  }

  private int deeper(int depth) throws Malformed {
    if (depth == MAX_DEPTH) throw fault(at, "nests deeper than " + MAX_DEPTH + " levels");
    return depth + 1;
  }

  private Json literal(String word, Json value) throws Malformed {
    if (!text.startsWith(word, at)) throw expected("'" + word + "'");
    at += word.length();
    return value;
  }

  private Json number() throws Malformed {
    int from = at;
    int end = NumberGrammar.end(text, from);
    if (end < 0) throw fault(~end, "has a bad number");
    if (end - from > MAX_NUMBER) throw fault(from, "has a number longer than " + MAX_NUMBER);
    at = end;
    return new Json.Num(text.substring(from, end));
  }

  private String string() throws Malformed {
    take('"');
    int from = at;
    while (at < text.length() && plain(text.charAt(at))) at++;
    if (take('"')) return text.substring(from, at - 1); // nearly always
    var out = new StringBuilder().append(text, from, at);
    while (!take('"')) out.append(character());
    return out.toString();
  }

  private char character() throws Malformed {
    if (take('\\')) return escaped();
    char c = peek();
    if (c < ' ') throw expected(ended() ? "'\"'" : "a control character to be escaped");
    at++;
    return c;
  }

  private char escaped() throws Malformed {
    char c = peek();
    if (ended()) throw expected("an escape");
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> hex();
      default -> throw fault(at - 1, "has an escape JSON does not know");
    };
  }

  private char hex() throws Malformed {
    int value = 0;
    for (int i = 0; i < 4; i++, at++) {
      // Not Character.digit alone: that takes the digits of every script.
      int digit = peek() < 0x80 ? Character.digit(peek(), 16) : -1;
      if (digit < 0) throw expected("four hexadecimal digits");
      value = value << 4 | digit;
    }
    return (char) value;
  }

  private static boolean plain(char c) {
    return c >= ' ' && c != '"' && c != '\\';
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) at++;
  }

  private boolean take(char c) {
    if (ended() || text.charAt(at) != c) return false;
    at++;
    return true;
  }

  /** The character here; NUL, which stands for itself nowhere in the grammar, at the end. */
  private char peek() {
    return ended() ? '\0' : text.charAt(at);
  }

  private boolean ended() {
    return at >= text.length();
  }

  private Malformed expected(String what) {
    return fault(at, ended() ? "ends where it should have " + what : "should have " + what);
  }

  /** Shows the neighbourhood of the fault: a whole body in an error message helps nobody. */
  private Malformed fault(int place, String problem) {
    int from = Math.max(text.lastIndexOf('\n', place - 1) + 1, place - 30);
    int to = Math.min(text.length(), from + 60);
    int line = 1 + (int) text.substring(0, place).chars().filter(c -> c == '\n').count();
    int column = place - text.lastIndexOf('\n', place - 1);
    String where = " at line " + line + ", column " + column;
    return new Malformed("JSON", text.substring(from, to), place - from, problem + where);
  }
}
