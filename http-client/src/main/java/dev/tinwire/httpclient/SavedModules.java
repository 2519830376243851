package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Modules of a saved page, as URLs with the source in them. Browsers refuse a module that is a
 * file, for a file has no origin; {@code data:} they take. Two pages of a module that import the
 * same get the same URL, and so the same instance.
 */
final class SavedModules {
  /** Each level makes it a third longer; beyond this the file is referred to. */
  private static final int MOST = 8 << 20;

  /** Gives the source of a saved part by its name. */
  @FunctionalInterface
  interface Sources {
    String of(String name) throws IOException;
  }

  private final SavedNames names;
  private final Sources sources;
  private final Map<String, Optional<String>> done = new HashMap<>();
  private final Set<String> open = new HashSet<>();

  SavedModules(SavedNames names, Sources sources) {
    this.names = names;
    this.sources = sources;
  }

  /** The URL; empty if it was not saved, is too long, or imports itself in a circle. */
  Optional<String> url(Url module) throws IOException {
    String key = module.withoutFragment().href();
    Optional<String> before = done.getOrDefault(key, Optional.empty());
    if (before.isPresent()) return before;
    Optional<String> name = names.find(module);
    if (name.isEmpty() || !open.add(key)) return Optional.empty();
    try {
      String source = rewritten(sources.of(name.get()), module);
      if (source.length() > MOST) return Optional.empty();
      byte[] bytes = source.getBytes(StandardCharsets.UTF_8);
      String url = "data:text/javascript;base64," + Base64.getEncoder().encodeToString(bytes);
      done.put(key, Optional.of(url));
      return Optional.of(url);
    } finally {
      open.remove(key);
    }
  }

  /** The source with its imports leading to what is here, else to where they led before. */
  String rewritten(String source, Url base) throws IOException {
    var out = new StringBuilder();
    int copied = 0;
    for (var each : ModuleImports.of(source)) {
      if (!ModuleImports.isReference(each.specifier())) continue;
      out.append(source, copied, each.from()).append(target(each.specifier(), base));
      copied = each.to();
    }
    return out.append(source, copied, source.length()).toString();
  }

  private String target(String specifier, Url base) throws IOException {
    try {
      Url url = base.resolve(specifier);
      return url(url).orElse(url.withoutCredentials().href());
    } catch (Malformed _) {
      return specifier;
    }
  }
}
