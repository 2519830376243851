package dev.tinwire.httpclient;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;

/**
 * Modules of a saved page. Browsers refuse a module that is a file, for a file has no origin;
 * {@code data:} URLs they take. So each gets a name of our own, modules import each other by these
 * names, also in a circle, and a map in the page says which URL each name stands for.
 */
final class SavedModules {
  /** Gives the source of a saved part by its name. */
  @FunctionalInterface
  interface Sources {
    String of(String name) throws IOException;
  }

  private final SavedNames saved;
  private final Sources sources;
  private final ImportMap said;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, String> urls = new LinkedHashMap<>();

  /**
   * Those of one document.
   *
   * @param said what the document's own map says
   */
  SavedModules(SavedNames saved, Sources sources, ImportMap said) {
    this.saved = saved;
    this.sources = sources;
    this.said = said;
  }

  /** Its name here; empty if it was not saved. */
  Optional<String> name(Url module) throws IOException {
    String key = module.withoutFragment().href();
    Optional<String> before = Optional.ofNullable(names.get(key));
    Optional<String> file = saved.find(module);
    if (before.isPresent() || file.isEmpty()) return before;
    String name = "saved:" + (names.size() + 1);
    names.put(key, name); // before it is read: what it imports may import it
    String source = rewritten(sources.of(file.get()), module);
    byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
    urls.put(name, "data:text/javascript;base64," + Base64.getEncoder().encodeToString(bytes));
    return Optional.of(name);
  }

  /** The source with its imports leading to what is here, else to where they led before. */
  String rewritten(String source, Url base) throws IOException {
    var out = new StringBuilder();
    int copied = 0;
    for (var each : ModuleImports.of(source)) {
      Optional<Url> url = said.resolve(each.specifier(), base);
      if (url.isEmpty()) continue;
      out.append(source, copied, each.from()).append(target(url.get()));
      copied = each.to();
    }
    return out.append(source, copied, source.length()).toString();
  }

  private String target(Url url) throws IOException {
    return name(url).orElse(url.withoutCredentials().href());
  }

  /** The map for the page, with what its own says, for names that only its programs know. */
  Optional<String> map() throws IOException {
    var imports = new LinkedHashMap<>(said(said.imports()));
    var scopes = new LinkedHashMap<String, Json>();
    for (var scope : said.scopes().entrySet()) {
      scopes.put(scope.getKey(), new Json.Obj(said(scope.getValue())));
    }
    urls.forEach((name, url) -> imports.put(name, new Json.Str(url)));
    if (imports.isEmpty() && scopes.isEmpty()) return Optional.empty();
    Json.Obj map = Json.object().put("imports", new Json.Obj(imports));
    if (!scopes.isEmpty()) map = map.put("scopes", new Json.Obj(scopes));
    return Optional.of(map.print().replace("<", "\\u003c")); // for it stands in a script
  }

  private Map<String, Json> said(NavigableMap<String, Url> names) throws IOException {
    var map = new LinkedHashMap<String, Json>();
    for (var each : names.entrySet()) {
      Optional<String> here = name(each.getValue());
      String online = each.getValue().withoutCredentials().href();
      map.put(
          each.getKey(), new Json.Str(here.map(n -> urls.getOrDefault(n, online)).orElse(online)));
    }
    return map;
  }
}
