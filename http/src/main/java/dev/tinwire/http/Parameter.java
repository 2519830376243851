package dev.tinwire.http;

/**
 * One {@code name=value} behind a semicolon (RFC 9110 §5.6.6).
 *
 * @param name a token; its case means nothing, so it is kept in lower case
 * @param value what is meant, without the quotes it may need on the wire
 */
public record Parameter(String name, String value) {
  public Parameter {
    name = Tokens.demandLower("parameter name", name);
    if (!QuotedString.holds(value)) {
      throw new IllegalArgumentException("not for a parameter value: " + value);
    }
  }

  @Override
  public String toString() {
    return name + "=" + QuotedString.printUnlessToken(value);
  }
}
