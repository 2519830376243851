package dev.tinwire.wire.json;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value (RFC 8259). It is read strictly, and printed so that every line of it may go to a
 * terminal: what could move a cursor or turn the direction of text is written as an escape.
 *
 * <pre>{@code
 * Json.object().put("host", "::1").put("rtt_ms", 0.31).print()   // {"host":"::1","rtt_ms":0.31}
 * Json.parse(body).get("error").get("message").text()
 * }</pre>
 */
public sealed interface Json {
  /** The default of {@link #parse(String)}: 16 MiB. */
  int MAX_LENGTH = 16 << 20;

  /** The members keep their order; as in the RFC, it does not matter for equality. */
  record Obj(Map<String, Json> members) implements Json {
    public Obj {
      members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    /** This object with one more member, or with another value for a name it has. */
    public Obj put(String name, Json value) {
      var more = new LinkedHashMap<>(members);
      more.put(name, value);
      return new Obj(more);
    }

    public Obj put(String name, String value) {
      return put(name, new Str(value));
    }

    public Obj put(String name, long value) {
      return put(name, Num.of(value));
    }

    public Obj put(String name, double value) {
      return put(name, Num.of(value));
    }

    public Obj put(String name, boolean value) {
      return put(name, new Bool(value));
    }

    @Override
    public String toString() {
      return print();
    }
  }

  /** An array. */
  record Arr(List<Json> items) implements Json {
    public Arr {
      items = List.copyOf(items);
    }

    @Override
    public String toString() {
      return print();
    }
  }

  /** A string, unescaped. May hold lone surrogates, since the grammar lets them in (§8.2). */
  record Str(String value) implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  /** A number as it was written, digit by digit: {@code 1.0} and {@code 1} are not equal. */
  record Num(String literal) implements Json {
    public Num {
      if (NumberGrammar.end(literal, 0) != literal.length()) {
        throw new IllegalArgumentException("not a JSON number: " + literal);
      }
    }

    public static Num of(long value) {
      return new Num(Long.toString(value));
    }

    /** The shortest literal that reads back as this double; NaN and infinities have none (§6). */
    public static Num of(double value) {
      return new Num(Double.toString(value));
    }

    /** The whole number, if it is one and fits; {@code 1e3} and {@code 5.0} are whole. */
    public long longValue() throws Malformed {
      try {
        return decimal().longValueExact();
      } catch (ArithmeticException _) {
        throw mismatch(this, "a whole number of at most 64 bits");
      }
    }

    /** The nearest double. */
    public double doubleValue() throws Malformed {
      double value = Double.parseDouble(literal);
      if (Double.isInfinite(value)) throw mismatch(this, "a number in the range of a double");
      return value;
    }

    /** The exact value. */
    public BigDecimal decimal() throws Malformed {
      try {
        return new BigDecimal(literal);
      } catch (NumberFormatException _) { // an exponent beyond ten digits
        throw mismatch(this, "a number with a smaller exponent");
      }
    }

    @Override
    public String toString() {
      return print();
    }
  }

  /** {@code true} or {@code false}. */
  record Bool(boolean value) implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  /** {@code null}. */
  record Null() implements Json {
    @Override
    public String toString() {
      return print();
    }
  }

  /** Reads one value of at most 16 MiB. */
  static Json parse(String text) throws Malformed, TooLong {
    return parse(text, MAX_LENGTH);
  }

  /** Reads one value; a longer text is refused before it is looked at. */
  static Json parse(String text, int maxLength) throws Malformed, TooLong {
    if (text.length() > maxLength) throw new TooLong("JSON text", maxLength);
    return new JsonParser(text).whole();
  }

  /** An empty object, to {@code put} members into. */
  static Obj object() {
    return new Obj(Map.of());
  }

  static Arr array(Json... items) {
    return new Arr(Arrays.asList(items));
  }

  /** On one line, without blanks: a line of JSON Lines. */
  default String print() {
    return JsonPrinter.compact(this);
  }

  /** On several lines, indented by two, for eyes. */
  default String pretty() {
    return JsonPrinter.pretty(this);
  }

  /** The member of this name, if this is an object and has one. */
  default Optional<Json> find(String name) {
    return this instanceof Obj(var members)
        ? Optional.ofNullable(members.get(name))
        : Optional.empty();
  }

  /** The member of this name. */
  default Json get(String name) throws Malformed {
    return at(JsonPointer.to(name));
  }

  /** The item of this index, counted from 0. */
  default Json get(int index) throws Malformed {
    return at("/" + index);
  }

  /** The value a JSON Pointer (RFC 6901) such as {@code /errors/0/message} leads to. */
  default Json at(String pointer) throws Malformed {
    return JsonPointer.follow(this, pointer);
  }

  default String text() throws Malformed {
    if (this instanceof Str(var value)) return value;
    throw mismatch(this, "a string");
  }

  default Num number() throws Malformed {
    if (this instanceof Num number) return number;
    throw mismatch(this, "a number");
  }

  default boolean truth() throws Malformed {
    if (this instanceof Bool(var value)) return value;
    throw mismatch(this, "true or false");
  }

  default List<Json> items() throws Malformed {
    throw mismatch(this, "an array"); // Arr overrides it with its accessor
  }

  default Map<String, Json> members() throws Malformed {
    throw mismatch(this, "an object"); // Obj overrides it with its accessor
  }

  private static Malformed mismatch(Json found, String wanted) {
    return new Malformed("JSON", found.print(), 0, "expected " + wanted);
  }
}
