package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.TooLong;
import dev.tinwire.wire.json.Json;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Which URL a name in an import means (HTML Standard §8.1.6.2): what a page says in a script of the
 * type {@code importmap}, for all modules or for those below a URL. Pure.
 *
 * @param imports by names, the longest of those that begin alike first
 * @param scopes the same for modules whose URL begins so
 */
record ImportMap(
    NavigableMap<String, Url> imports, NavigableMap<String, NavigableMap<String, Url>> scopes) {
  static final ImportMap NONE = new ImportMap(sorted(), sorted());

  /** What a document says; of two maps the first that has a name decides. */
  static ImportMap of(Document document, Url base) {
    ImportMap all = NONE;
    for (Element script : document.select("script[type=importmap]")) {
      if (script.closest("template, noscript") == null) all = all.and(of(script, base));
    }
    return all;
  }

  /** What one script says; one that is no map says nothing but a line in a browser's console. */
  static ImportMap of(Element script, Url base) {
    try {
      return parse(script.data(), base);
    } catch (Malformed | TooLong _) {
      return NONE;
    }
  }

  static ImportMap parse(String json, Url base) throws Malformed, TooLong {
    var map = new ImportMap(sorted(), sorted());
    Json all = Json.parse(json);
    if (all.find("imports").orElse(Json.object()) instanceof Json.Obj names) {
      addAll(map.imports, names, base);
    }
    if (all.find("scopes").orElse(Json.object()) instanceof Json.Obj scopes) {
      for (var scope : scopes.members().entrySet()) {
        Optional<Url> prefix = resolved(base, scope.getKey());
        if (prefix.isEmpty() || !(scope.getValue() instanceof Json.Obj names)) continue;
        addAll(map.scopes.computeIfAbsent(prefix.get().href(), _ -> sorted()), names, base);
      }
    }
    return map;
  }

  private static void addAll(NavigableMap<String, Url> into, Json.Obj names, Url base) {
    for (var each : names.members().entrySet()) {
      if (!(each.getValue() instanceof Json.Str(String address))) continue;
      Optional<Url> url = direct(address, base);
      String name = key(each.getKey(), base);
      boolean whole = url.isPresent() && (!name.endsWith("/") || url.get().href().endsWith("/"));
      if (whole && !name.isEmpty()) into.put(name, url.get());
    }
  }

  /** Both; where both have a name, this one decides. */
  ImportMap and(ImportMap later) {
    NavigableMap<String, NavigableMap<String, Url>> both = sorted();
    both.putAll(later.scopes);
    scopes.forEach((scope, mine) -> both.merge(scope, mine, ImportMap::over));
    return new ImportMap(over(later.imports, imports), both);
  }

  private static NavigableMap<String, Url> over(
      NavigableMap<String, Url> base, NavigableMap<String, Url> top) {
    NavigableMap<String, Url> both = sorted();
    both.putAll(base);
    both.putAll(top);
    return both;
  }

  /** What is fetched for a name in a module at this URL; empty where a browser fetches nothing. */
  Optional<Url> resolve(String specifier, Url from) {
    String name = key(specifier, from);
    String href = from.href();
    for (var scope : scopes.entrySet()) {
      String prefix = scope.getKey();
      boolean holds = prefix.endsWith("/") ? href.startsWith(prefix) : href.equals(prefix);
      Optional<Url> found = holds ? match(name, scope.getValue()) : Optional.empty();
      if (found.isPresent()) return found;
    }
    Optional<Url> found = match(name, imports);
    if (found.isPresent()) return found;
    return direct(specifier, from);
  }

  private static Optional<Url> match(String name, NavigableMap<String, Url> names) {
    for (var each : names.entrySet()) {
      if (name.equals(each.getKey())) return Optional.of(each.getValue());
      if (each.getKey().endsWith("/") && name.startsWith(each.getKey())) {
        Optional<Url> below =
            resolved(each.getValue(), "./" + name.substring(each.getKey().length()));
        // Not out of the folder that the map names.
        if (below.filter(u -> u.href().startsWith(each.getValue().href())).isPresent())
          return below;
      }
    }
    return Optional.empty();
  }

  /** A name that is a reference stands for the URL it means. */
  private static String key(String specifier, Url base) {
    return direct(specifier, base).map(Url::href).orElse(specifier);
  }

  /** What it means without any map; nothing where it is a bare name. */
  private static Optional<Url> direct(String specifier, Url base) {
    if (specifier.startsWith("/") || specifier.matches("(?s)\\.\\.?/.*")) {
      return resolved(base, specifier);
    }
    try {
      return Optional.of(Url.parse(specifier));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static Optional<Url> resolved(Url base, String reference) {
    try {
      return Optional.of(base.resolve(reference));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static <T> NavigableMap<String, T> sorted() {
    return new TreeMap<>(Comparator.reverseOrder());
  }
}
