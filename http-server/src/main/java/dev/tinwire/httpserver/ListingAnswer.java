package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Answers with a listing. The folder is read when the answer is written and not before: a HEAD
 * costs nothing, and what was read is forgotten when it is sent.
 */
final class ListingAnswer {
  private ListingAnswer() {}

  /** Reads a folder to its end, or to a limit. */
  @FunctionalInterface
  interface Source {
    Listing read() throws IOException;
  }

  /**
   * The listing in the form and order asked for. Never validated by the folder's own time: that
   * stays the same while a file in it grows.
   *
   * @param path the names from the root down, as in {@link Listing}
   * @param right what a visitor may do in it, which a page offers
   */
  static Answer of(
      Request request,
      ListingQuery query,
      List<String> path,
      Receiving.Right right,
      Source source) {
    var url = url(request, path);
    Content content =
        new Content.Written(
            OptionalLong.empty(), out -> write(source.read(), query, right, url, out));
    String policy = right == Receiving.Right.READ ? PageParts.POLICY : PageParts.WRITING_POLICY;
    return PageParts.answer(Status.OK, query.form(), policy, content);
  }

  static void write(
      Listing read,
      ListingQuery query,
      Receiving.Right right,
      Optional<String> url,
      OutputStream bytes)
      throws IOException {
    var listing = read.ordered(query.order());
    var out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 16 * 1024);
    switch (query.form()) {
      case HTML -> ListingPage.write(listing, query, right, url, out);
      case JSON -> ListingText.json(listing, out);
      case TEXT -> ListingText.lines(listing, out);
    }
    out.flush();
  }

  /**
   * This folder's URL, for a command line. Only where the host is a plain one: RFC 3986 lets a name
   * have quotes and semicolons, and nobody should be tempted to paste those into a shell.
   */
  static Optional<String> url(Request request, List<String> path) {
    String folder = Listing.urlPath(path);
    return request
        .fields()
        .first("Host")
        .filter(host -> host.matches("[A-Za-z0-9.:\\[\\]_-]+"))
        .map(host -> (request.secure() ? "https://" : "http://") + host + folder);
  }
}
