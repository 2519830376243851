package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.io.Writer;

/** A listing without a page around it: plain lines for a terminal, JSON for programs. */
final class ListingText {
  private static final int SIZE_WIDTH = 15; // a PiB, in bytes

  private ListingText() {}

  /** A line an entry: time, bytes, name; the name is last, since any blank may be in it. */
  static void lines(Listing listing, Writer out) throws IOException {
    for (ListingEntry entry : listing.entries()) {
      String size = entry.folder() ? "-" : Long.toString(entry.bytes());
      out.write(entry.modified().toString());
      out.write(" ".repeat(Math.max(1, SIZE_WIDTH + 2 - size.length())));
      out.write(size);
      out.write("  " + Visible.of(entry.name()) + entry.slash() + "\n");
    }
    if (!listing.complete()) out.write("(there are more; only so many are shown)\n");
  }

  /** One object, an entry a line inside it; docs/serve.md has its shape. */
  static void json(Listing listing, Writer out) throws IOException {
    var head =
        Json.object()
            .put("name", listing.name())
            .put("path", Listing.urlPath(listing.path()))
            .put("folders", listing.folders())
            .put("files", listing.files())
            .put("bytes", listing.bytes())
            .put("complete", listing.complete())
            .print();
    out.write(head, 0, head.length() - 1);
    out.write(",\"entries\":[");
    String gap = "\n";
    for (ListingEntry entry : listing.entries()) {
      out.write(gap);
      out.write(object(entry).print());
      gap = ",\n";
    }
    out.write("\n]}\n");
  }

  private static Json object(ListingEntry entry) {
    var common =
        Json.object()
            .put("name", entry.name())
            .put("type", entry.folder() ? "folder" : "file")
            .put("href", entry.href());
    var sized = entry.folder() ? common : common.put("bytes", entry.bytes());
    return sized.put("modified", entry.modified().toString());
  }
}
