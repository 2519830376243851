package dev.tinwire.http;

import dev.tinwire.wire.Malformed;
import java.util.List;

/**
 * One wish of an {@code Accept} (RFC 9110 §12.5.1).
 *
 * <pre>
 * media-range = "*&#47;*" / type "/*" / type "/" subtype  parameters [ weight ]
 * </pre>
 *
 * @param type a token in lower case, or {@code *}
 * @param subtype a token in lower case, or {@code *}; not a token where the type is {@code *}
 * @param parameters all but {@code q}, which is the weight wherever it stands (§12.5.1, last note)
 */
public record MediaRange(String type, String subtype, Parameters parameters, Weight weight) {
  public MediaRange {
    type = Tokens.demandLower("type", type);
    subtype = Tokens.demandLower("subtype", subtype);
    if (type.equals("*") && !subtype.equals("*")) {
      throw new IllegalArgumentException("a subtype of any type: " + subtype);
    }
    if (parameters.get("q").isPresent()) throw new IllegalArgumentException("two weights");
  }

  static MediaRange read(ValueReader in) throws Malformed {
    int start = in.place();
    String type = in.token("type");
    in.expect('/');
    String subtype = in.token("subtype");
    if (type.equals("*") && !subtype.equals("*")) {
      throw in.malformed(start, "has a subtype of any type");
    }
    Parameters all = Parameters.read(in);
    var q = all.get("q");
    Weight weight = q.isPresent() ? Weight.parse(q.get()) : Weight.FULL;
    return new MediaRange(type, subtype, all.without(List.of("q")), weight);
  }

  boolean matches(MediaType offer) {
    return (type.equals("*") || type.equals(offer.type()))
        && (subtype.equals("*") || subtype.equals(offer.subtype()))
        && parameters.list().stream().allMatch(p -> has(offer, p));
  }

  /** The values of parameters may be case-sensitive (§5.6.6); of charset they are not (§8.3.2). */
  private static boolean has(MediaType offer, Parameter wanted) {
    var value = offer.parameters().get(wanted.name());
    return wanted.name().equals("charset")
        ? value.filter(wanted.value()::equalsIgnoreCase).isPresent()
        : value.filter(wanted.value()::equals).isPresent();
  }

  /** The more it says, the more it counts: parameters, subtype, type (§12.5.1). */
  int specificity() {
    if (type.equals("*")) return 0;
    if (subtype.equals("*")) return 1;
    return 2 + parameters.list().size();
  }

  @Override
  public String toString() {
    return type + "/" + subtype + parameters + weight.printed();
  }
}
