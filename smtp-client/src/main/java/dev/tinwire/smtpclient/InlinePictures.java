package dev.tinwire.smtpclient;

import dev.tinwire.http.PercentEncoding;
import dev.tinwire.wire.Malformed;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pictures inside an HTML text. Its author names them by file, {@code cid:logo.png}; sent is a
 * name that is unique in the world, as RFC 2392 demands.
 */
record InlinePictures(Map<String, String> idByName) {
  static InlinePictures of(List<Path> files, UniqueNames names) throws Malformed {
    var ids = new LinkedHashMap<String, String>();
    for (Path file : files) {
      String name = String.valueOf(file.getFileName());
      if (ids.put(name, names.contentId()) != null) {
        throw new Malformed("inline file", name, 0, "two of this name; cid: could mean either");
      }
    }
    return new InlinePictures(ids);
  }

  Optional<String> idOf(Path file) {
    return Optional.ofNullable(idByName.get(String.valueOf(file.getFileName())));
  }

  /** The HTML with the names that are sent. */
  String shownIn(String html) {
    String shown = html;
    // Longest first: "a.png" is the beginning of "a.png.gif".
    for (String name : longestFirst()) {
      String id = "cid:" + idByName.get(name);
      shown = shown.replace("cid:" + name, id);
      shown = shown.replace("cid:" + PercentEncoding.pathSegment(name), id);
    }
    return shown;
  }

  private List<String> longestFirst() {
    return idByName.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }
}
