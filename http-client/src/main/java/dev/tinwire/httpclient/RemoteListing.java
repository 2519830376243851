package dev.tinwire.httpclient;

import dev.tinwire.http.MediaType;
import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a server says is in a folder, as JSON ({@link ListingJson}) or a page ({@link ListingPage}).
 */
record RemoteListing(List<Entry> entries) {
  /**
   * A file or a folder.
   *
   * @param href seen from the folder
   * @param bytes absent for a folder
   */
  record Entry(
      String name, boolean folder, String href, OptionalLong bytes, Optional<Instant> modified) {
    /** Its name as it is shown: a folder's ends with a slash. */
    String shown() {
      return folder && !name.endsWith("/") ? name + "/" : name;
    }

    /** Its URL, if it lies in the folder: a listing cannot lead anywhere else. */
    Optional<Url> inside(Url listed) throws Malformed {
      Url url = listed.resolve(href);
      String base = listed.path().substring(0, listed.path().lastIndexOf('/') + 1);
      boolean inside =
          url.origin().isSameAs(listed.origin())
              && url.path().startsWith(base)
              && url.path().length() > base.length();
      return inside ? Optional.of(url) : Optional.empty();
    }
  }

  /** Asks for it. */
  static RemoteListing fetch(Sender sender, Request folder)
      throws IOException, InterruptedException {
    Request asked = folder.with("Accept", "application/json, text/html;q=0.5");
    try (var response = sender.send(asked)) {
      if (!response.status().isSuccessful()) {
        throw new Refused(response);
      }
      String type = response.mediaType().map(MediaType::essence).orElse("no type");
      return switch (type) {
        case "application/json" -> ListingJson.parse(response.text());
        case "text/html" ->
            ListingPage.parse(response.bytes(), response)
                .orElseThrow(() -> new NoListing(response.url(), type));
        default -> throw new NoListing(response.url(), type);
      };
    }
  }
}
