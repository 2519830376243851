package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What may follow a media type, a coding or a disposition (RFC 9110 §5.6.6), in the order it came.
 *
 * <pre>
 * parameters = *( OWS ";" OWS [ parameter ] )
 * parameter  = token "=" ( token / quoted-string )      ; no white space around "="
 * </pre>
 *
 * A name given twice is refused wherever parameters are: media types (RFC 6838 §4.3), dispositions
 * (RFC 6266 §4.1), challenges (RFC 9110 §11.2).
 */
public record Parameters(List<Parameter> list) {
  /** More than any registered type or scheme defines, few enough to search one by one. */
  public static final int MOST = 32;

  public static final Parameters NONE = new Parameters(List.of());

  public Parameters {
    list = List.copyOf(list);
    if (list.size() > MOST) throw new IllegalArgumentException("more than " + MOST);
    if (list.stream().map(Parameter::name).distinct().count() < list.size()) {
      throw new IllegalArgumentException("a parameter is given twice: " + list);
    }
  }

  public static Parameters of(String name, String value) {
    return new Parameters(List.of(new Parameter(name, value)));
  }

  /** Reads {@code ;a=b;c="d"}, the semicolon in front included; an empty text is none. */
  public static Parameters parse(String text) throws Malformed {
    var in = new ValueReader("parameters", text);
    Parameters parameters = read(in);
    in.end();
    return parameters;
  }

  static Parameters read(ValueReader in) throws Malformed {
    var list = new ArrayList<Parameter>();
    while (semicolon(in)) {
      in.skipOws();
      if (Tokens.isTchar(in.peek())) add(list, in);
    }
    return list.isEmpty() ? NONE : new Parameters(list);
  }

  private static boolean semicolon(ValueReader in) {
    int before = in.place();
    in.skipOws();
    if (in.take(';')) return true;
    in.backTo(before);
    return false;
  }

  private static void add(List<Parameter> list, ValueReader in) throws Malformed {
    int start = in.place();
    String name = in.token("parameter name");
    in.expect('=');
    add(list, new Parameter(name, in.tokenOrQuotedString("value of " + name)), in, start);
  }

  /** Within the limit, and no name twice; a fault is reported at {@code place}. */
  static void add(List<Parameter> list, Parameter added, ValueReader in, int place)
      throws Malformed {
    if (list.size() == MOST) throw in.malformed(place, "has more than " + MOST + " parameters");
    for (Parameter other : list) {
      if (other.name().equals(added.name())) {
        throw in.malformed(place, "has the parameter " + added.name() + " twice");
      }
    }
    list.add(added);
  }

  /** The value of this name, in any case. */
  public Optional<String> get(String name) {
    for (Parameter p : list) {
      if (p.name().equalsIgnoreCase(name)) return Optional.of(p.value());
    }
    return Optional.empty();
  }

  /** All but those of these names, which are in lower case. */
  Parameters without(List<String> names) {
    return new Parameters(list.stream().filter(p -> !names.contains(p.name())).toList());
  }

  public boolean isEmpty() {
    return list.isEmpty();
  }

  @Override
  public String toString() {
    return list.stream().map(p -> ";" + p).collect(Collectors.joining());
  }
}
