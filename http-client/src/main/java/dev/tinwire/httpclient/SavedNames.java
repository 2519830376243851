package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.http.MediaTypes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which file each part of a saved page becomes: safe names, no two of which a file system takes for
 * the same, with the extension that tells a browser the type where no server does.
 */
final class SavedNames {
  /** Longer names would leave no room for a number and an extension. */
  private static final int MOST = 100;

  private static final Map<String, String> EXTENSIONS =
      Map.ofEntries(
          Map.entry("image/png", ".png"),
          Map.entry("image/jpeg", ".jpg"),
          Map.entry("image/gif", ".gif"),
          Map.entry("image/webp", ".webp"),
          Map.entry("image/avif", ".avif"),
          Map.entry("image/svg+xml", ".svg"),
          Map.entry("image/x-icon", ".ico"),
          Map.entry("image/vnd.microsoft.icon", ".ico"),
          Map.entry("font/woff", ".woff"),
          Map.entry("font/woff2", ".woff2"),
          Map.entry("font/ttf", ".ttf"),
          Map.entry("font/otf", ".otf"),
          Map.entry("video/mp4", ".mp4"),
          Map.entry("video/webm", ".webm"),
          Map.entry("audio/mpeg", ".mp3"),
          Map.entry("text/vtt", ".vtt"),
          Map.entry("text/html", ".html"));

  private final Map<String, String> names = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private Optional<String> page = Optional.empty();

  /** The name of a part; the same for each URL that was asked for. */
  synchronized String name(Url url, PageReferences.Kind kind, Optional<MediaType> type) {
    return names.computeIfAbsent(key(url), _ -> fresh(url, kind, type));
  }

  /** The name, if the part was saved. */
  synchronized Optional<String> find(Url url) {
    return Optional.ofNullable(names.get(key(url)));
  }

  /** The document of the page itself, which lies beside its parts and not among them. */
  synchronized void page(Url url) {
    page = Optional.of(key(url));
  }

  synchronized boolean isPage(Url url) {
    return page.isPresent() && page.get().equals(key(url));
  }

  private static String key(Url url) {
    return url.withoutFragment().withoutCredentials().href();
  }

  private String fresh(Url url, PageReferences.Kind kind, Optional<MediaType> type) {
    String name = ReceivedName.of(url);
    String wanted = extension(name, kind, type);
    String stem = name;
    String end = wanted;
    int dot = name.lastIndexOf('.');
    if (wanted.isEmpty() && dot > 0 && name.length() - dot <= 10) {
      stem = name.substring(0, dot);
      end = name.substring(dot);
    }
    int cut = Math.min(stem.length(), MOST);
    if (Character.isHighSurrogate(stem.charAt(cut - 1)) && cut < stem.length()) cut--;
    stem = stem.substring(0, cut);
    String candidate = stem + end;
    for (int i = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); i++) {
      candidate = stem + "-" + i + end;
    }
    return candidate;
  }

  /** What must be added so that the name says the type; often nothing. */
  private static String extension(String name, PageReferences.Kind kind, Optional<MediaType> type) {
    String lower = name.toLowerCase(Locale.ROOT);
    return switch (kind) {
      case STYLE -> lower.endsWith(".css") ? "" : ".css";
      case SCRIPT, MODULE -> lower.endsWith(".js") || lower.endsWith(".mjs") ? "" : ".js";
      case FONT, IMAGE, MEDIA, FRAME, OTHER -> {
        String essence = type.map(MediaType::essence).orElse("");
        boolean says = MediaTypes.ofFileName(name).essence().equals(essence);
        yield says ? "" : EXTENSIONS.getOrDefault(essence, "");
      }
    };
  }
}
