package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.wire.Malformed;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What a server says is in a folder: the JSON of {@code tinwire serve}. */
record RemoteListing(List<Entry> entries) {
  /**
   * A file or a folder.
   *
   * @param href seen from the folder
   * @param bytes absent for a folder
   */
  record Entry(
      String name, boolean folder, String href, OptionalLong bytes, Optional<Instant> modified) {}

  static RemoteListing parse(String text) throws WireException {
    Json json = Json.parse(text);
    if (!(json.get("entries") instanceof Json.Arr(List<Json> items))) {
      throw new WireException("the listing has no entries");
    }
    var entries = new ArrayList<Entry>();
    for (Json item : items) entries.add(entry(item));
    return new RemoteListing(List.copyOf(entries));
  }

  private static Entry entry(Json item) throws Malformed {
    var bytes =
        item.find("bytes").isPresent() && item.get("bytes") instanceof Json.Num number
            ? OptionalLong.of(number.longValue())
            : OptionalLong.empty();
    Optional<Json> modified = item.find("modified");
    return new Entry(
        item.get("name").text(),
        item.get("type").text().equals("folder"),
        item.get("href").text(),
        bytes,
        modified.isPresent() ? instant(modified.get().text()) : Optional.empty());
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  /** Asks for it. */
  static RemoteListing fetch(Sender sender, Request folder)
      throws IOException, InterruptedException {
    try (var response = sender.send(folder.with("Accept", "application/json"))) {
      if (!response.status().isSuccessful()) {
        throw new Refused(response.url(), response.status());
      }
      String type = response.mediaType().map(MediaType::essence).orElse("no type");
      if (!type.equals("application/json")) {
        throw new WireException(
            response.url() + " gives no listing that can be read, but " + Visible.of(type));
      }
      return parse(response.text());
    }
  }
}
