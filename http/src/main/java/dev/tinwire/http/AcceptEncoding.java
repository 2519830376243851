package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which content codings are wanted (RFC 9110 §12.5.3). None named means none but identity; where
 * the field is absent, any would do, but a server does best not to code then, so that is not told
 * apart.
 */
public record AcceptEncoding(List<Wanted> codings) {
  public static final int MOST = 32;

  /** The coding that is none; acceptable unless it is refused by name or by {@code *;q=0}. */
  public static final String IDENTITY = "identity";

  public AcceptEncoding {
    codings = List.copyOf(codings);
  }

  /** Reads all lines of the field together. */
  public static AcceptEncoding parse(List<String> lines) throws Malformed {
    return new AcceptEncoding(
        ValueReader.list("Accept-Encoding", lines, MOST, AcceptEncoding::coding));
  }

  private static Wanted coding(ValueReader in) throws Malformed {
    return new Wanted(in.token("content coding"), Weight.readOptional(in));
  }

  /** How much a coding is wanted; its name in any case, {@code x-gzip} being {@code gzip}. */
  public Weight weightOf(String coding) {
    String name = canonical(coding);
    return named(name)
        .or(() -> named("*"))
        .orElse(name.equals(IDENTITY) ? Weight.LEAST : Weight.NONE);
  }

  private Optional<Weight> named(String name) {
    return codings.stream()
        .filter(wanted -> canonical(wanted.value()).equals(name))
        .map(Wanted::weight)
        .findFirst();
  }

  /** Old names that mean the same (§8.4.1.1, §8.4.1.3). */
  private static String canonical(String coding) {
    String lower = coding.toLowerCase(Locale.ROOT);
    return lower.equals("x-gzip") || lower.equals("x-compress") ? lower.substring(2) : lower;
  }

  @Override
  public String toString() {
    return codings.stream().map(Wanted::toString).collect(Collectors.joining(", "));
  }
}
