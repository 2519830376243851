package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One way of proving who you are that a server offers in {@code WWW-Authenticate} (RFC 9110
 * §11.6.1).
 *
 * <pre>
 * challenge  = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
 * auth-param = token BWS "=" BWS ( token / quoted-string )
 * </pre>
 *
 * Commas divide parameters as well as challenges: what follows one is a parameter if it goes on
 * with an equals sign, and the next scheme if not.
 *
 * @param scheme a token whose case means nothing, kept as it came
 * @param token68 what Negotiate and the like say; then there are no parameters
 */
public record Challenge(String scheme, Optional<String> token68, Parameters parameters) {
  /** Nobody offers more. */
  public static final int MOST = 16;

  public Challenge {
    Tokens.demand("scheme", scheme);
    if (token68.isPresent() && !(Token68.matches(token68.get()) && parameters.isEmpty())) {
      throw new IllegalArgumentException("no token68, or one beside parameters: " + token68);
    }
  }

  /** With the realm that §11.5 asks for, as a quoted string, for old clients know no other. */
  public static Challenge withRealm(String scheme, String realm) {
    return new Challenge(scheme, Optional.empty(), Parameters.of("realm", realm));
  }

  /** Reads all lines of the field together. */
  public static List<Challenge> parse(List<String> lines) throws Malformed {
    var in = new ValueReader("challenge", String.join(",", lines));
    var challenges = new ArrayList<Challenge>();
    while (in.nextElement()) {
      if (challenges.size() == MOST) throw in.malformed("there are more than " + MOST);
      challenges.add(read(in));
    }
    return List.copyOf(challenges);
  }

  private static Challenge read(ValueReader in) throws Malformed {
    String scheme = in.token("scheme");
    Optional<String> word = Optional.empty();
    Parameters parameters = Parameters.NONE;
    if (!in.run(c -> c == ' ').isEmpty()) {
      word = token68(in);
      if (word.isEmpty()) parameters = parameters(in);
    }
    if (!elementEnds(in)) throw in.malformed("expected a comma");
    return new Challenge(scheme, word, parameters);
  }

  private static Optional<String> token68(ValueReader in) {
    int start = in.place();
    String word = Token68.read(in);
    if (!word.isEmpty() && elementEnds(in)) return Optional.of(word);
    in.backTo(start);
    return Optional.empty();
  }

  private static boolean elementEnds(ValueReader in) {
    in.skipOws();
    return in.atEnd() || in.peek() == ',';
  }

  private static Parameters parameters(ValueReader in) throws Malformed {
    var list = new ArrayList<Parameter>();
    int end = in.place();
    while (in.nextElement()) {
      int start = in.place();
      Optional<String> name = nameBeforeEquals(in);
      if (name.isEmpty()) break;
      in.skipOws(); // BWS, which must be read and never be written (§5.6.3)
      String value = in.tokenOrQuotedString("value of " + name.get());
      Parameters.add(list, new Parameter(name.get(), value), in, start);
      end = in.place();
      if (!elementEnds(in)) throw in.malformed("expected a comma");
    }
    in.backTo(end);
    return new Parameters(list);
  }

  private static Optional<String> nameBeforeEquals(ValueReader in) {
    String name = in.run(Tokens::isTchar);
    in.skipOws();
    return !name.isEmpty() && in.take('=') ? Optional.of(name) : Optional.empty();
  }

  /** Whether this is that scheme, in any case. */
  public boolean is(String scheme) {
    return this.scheme.equalsIgnoreCase(scheme);
  }

  /** Every value in quotes: some clients know the realm no other way. */
  @Override
  public String toString() {
    if (token68.isPresent()) return scheme + " " + token68.get();
    String parameters =
        this.parameters.list().stream()
            .map(p -> p.name() + "=" + QuotedString.print(p.value()))
            .collect(Collectors.joining(", "));
    return parameters.isEmpty() ? scheme : scheme + " " + parameters;
  }
}
