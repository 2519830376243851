package dev.tinwire.httpclient;

import dev.tinwire.http.HttpDate;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Listings as JSON: that of {@code tinwire serve}, and the plain arrays of Caddy and of nginx
 * ({@code autoindex_format json}), which differ in the names of their members only.
 *
 * <pre>
 * {"entries":[{"name":"a","type":"file","href":"./a","bytes":3,"modified":"2026-11-19T10:00:00Z"}]}
 * [{"name":"a","type":"file","mtime":"Thu, 19 Nov 2026 10:00:00 GMT","size":3}]
 * [{"name":"b/","is_dir":true,"url":"./b/","mod_time":"2026-11-19T10:00:00Z","size":4096}]
 * </pre>
 */
final class ListingJson {
  private ListingJson() {}

  static RemoteListing parse(String text) throws IOException {
    Json json = Json.parse(text);
    List<Json> items =
        switch (json) {
          case Json.Arr(List<Json> all) -> all;
          case Json other -> {
            if (other.get("entries") instanceof Json.Arr(List<Json> all)) yield all;
            throw new WireException("the listing has no entries");
          }
        };
    var entries = new ArrayList<RemoteListing.Entry>();
    for (Json item : items) entries.add(entry(item));
    return new RemoteListing(List.copyOf(entries));
  }

  private static RemoteListing.Entry entry(Json item) throws Malformed {
    String name = item.get("name").text();
    boolean folder = isFolder(item);
    String plain = name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
    Optional<String> href = text(item, "href").or(() -> text(item, "url"));
    var bytes = folder ? OptionalLong.empty() : number(item, "bytes");
    if (bytes.isEmpty() && !folder) bytes = number(item, "size");
    return new RemoteListing.Entry(
        plain, folder, href.orElse(RemoteName.reference(plain, folder)), bytes, modified(item));
  }

  private static boolean isFolder(Json item) throws Malformed {
    if (item.find("is_dir").isPresent()) return item.get("is_dir").equals(new Json.Bool(true));
    String type = item.get("type").text();
    return type.equals("folder") || type.equals("directory");
  }

  private static Optional<String> text(Json item, String name) {
    return item.find(name)
        .flatMap(j -> j instanceof Json.Str(String t) ? Optional.of(t) : Optional.empty());
  }

  private static OptionalLong number(Json item, String name) throws Malformed {
    return item.find(name).isPresent() && item.get(name) instanceof Json.Num number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }

  private static Optional<Instant> modified(Json item) {
    Optional<Instant> iso =
        text(item, "modified").or(() -> text(item, "mod_time")).flatMap(ListingJson::instant);
    return iso.or(
        () -> text(item, "mtime").flatMap(t -> HttpDate.parse(t, InstantSource.system())));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
