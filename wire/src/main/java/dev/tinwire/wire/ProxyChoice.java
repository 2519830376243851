package dev.tinwire.wire;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Which proxy a connection goes through. Pure: option and environment in, proxy out.
 *
 * <p>An option is what the user wants now and wins over everything; {@code none} means none.
 * Otherwise {@code SCHEME_PROXY} and then {@code ALL_PROXY} count, lower case first, unless {@code
 * NO_PROXY} has the target. {@code HTTP_PROXY} is read in lower case only: under CGI a client sets
 * it with a {@code Proxy:} field (httpoxy, CVE-2016-5385).
 */
public final class ProxyChoice {
  private static final String NONE = "none";

  private ProxyChoice() {}

  /**
   * Chooses.
   *
   * @param option what {@code --proxy} says, if it was given
   * @param scheme of what is to be reached: {@code http}, {@code https}, {@code smtp}
   */
  public static Optional<Proxy> of(
      Optional<String> option, Map<String, String> environment, String scheme, Endpoint target)
      throws Malformed {
    if (option.isPresent()) {
      return option.get().equals(NONE) ? Optional.empty() : Optional.of(Proxy.parse(option.get()));
    }
    String except =
        first(environment, List.of("no_proxy", "NO_PROXY")).map(Map.Entry::getValue).orElse("");
    if (NoProxy.parse(except).covers(target)) return Optional.empty();
    Optional<Map.Entry<String, String>> found = first(environment, variables(scheme));
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(Proxy.parse(found.get().getKey(), found.get().getValue()));
  }

  private static List<String> variables(String scheme) {
    String name = scheme.toLowerCase(Locale.ROOT) + "_proxy";
    return name.equals("http_proxy")
        ? List.of(name, "all_proxy", "ALL_PROXY")
        : List.of(name, name.toUpperCase(Locale.ROOT), "all_proxy", "ALL_PROXY");
  }

  /** The first that is set; set to nothing is as good as not set. */
  private static Optional<Map.Entry<String, String>> first(
      Map<String, String> environment, List<String> names) {
    return names.stream()
        .filter(name -> !environment.getOrDefault(name, "").isBlank())
        .map(name -> Map.entry(name, environment.get(name)))
        .findFirst();
  }
}
