package dev.tinwire.httpserver;

import dev.tinwire.wire.Sizes;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A listing for eyes: one page of HTML that needs nothing else, and no script either. */
final class ListingPage {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Rows that a browser lays out together, and only when they come into view (page.css). */
  private static final int GROUP = 200;

  private final Listing listing;
  private final ListingQuery query;
  private final Viewer viewer;
  private final Writer out;

  private ListingPage(Listing listing, ListingQuery query, Viewer viewer, Writer out) {
    this.listing = listing;
    this.query = query;
    this.viewer = viewer;
    this.out = out;
  }

  /** All before what is in the folder. */
  static byte[] beginning(String name) {
    return PageParts.head(name).getBytes(StandardCharsets.UTF_8);
  }

  /** Writes the rest, entry by entry; the listing is ordered already. */
  static void write(Listing listing, ListingQuery query, Viewer viewer, Writer out)
      throws IOException {
    new ListingPage(listing, query, viewer, out).page();
  }

  private void page() throws IOException {
    out.write(viewer.account());
    out.write("<nav aria-label=\"Path\"><h1>" + breadcrumb() + "</h1></nav>\n");
    out.write("<p class=\"dim\">" + summary(listing) + " <span id=\"shown\"></span></p>\n");
    out.write(ListingTools.of(listing, viewer.right()));
    if (listing.hasPage()) {
      note("This folder has a web page - <a href=\"./\">open it</a>");
    }
    if (!listing.complete()) note("There are more; only so many are shown.");
    if (listing.entries().isEmpty()) nothing();
    else table();
    if (viewer.url().isPresent()) hint(viewer.url().get());
    if (!listing.entries().isEmpty()) out.write("<script>" + PageParts.SCRIPT + "</script>\n");
    if (viewer.right() != Receiving.Right.READ) {
      out.write("<script>" + PageParts.UPLOAD_SCRIPT + "</script>\n");
    }
  }

  /** Relative links, so that it works behind a proxy that puts something before our paths. */
  private String breadcrumb() {
    var crumbs = new StringBuilder();
    for (int up = listing.path().size() - 1; up > 0; up--) {
      String name = Html.of(listing.path().get(listing.path().size() - 1 - up));
      crumbs.append("<a href=\"" + "../".repeat(up) + "\"><bdi>" + name + "</bdi></a><i>/</i>");
    }
    return crumbs + "<bdi aria-current=\"page\">" + Html.of(listing.name()) + "</bdi>";
  }

  /** {@code 12 folders · 48 files · 1.2 GiB}; what there is none of is not counted. */
  static String summary(Listing listing) {
    var words = new StringBuilder();
    if (listing.folders() > 0) words.append(count(listing.folders(), "folder"));
    if (listing.files() > 0) {
      if (!words.isEmpty()) words.append(" · ");
      words.append(count(listing.files(), "file"));
      words.append(" · ").append(Sizes.readable(listing.bytes()));
    }
    return words.toString();
  }

  private static String count(long n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /** What goes in is our own words, with links. */
  private void note(String html) throws IOException {
    out.write("<p class=\"note\">" + html + "</p>\n");
  }

  private void nothing() throws IOException {
    out.write("<p>This folder is empty.");
    if (!listing.isRoot()) out.write(" <a href=\"../\">Go up</a>");
    out.write("</p>\n");
  }

  private void table() throws IOException {
    out.write(
        """
        <input id="filter" type="search" placeholder="Filter by name (press /)" \
        aria-label="Filter by name" hidden>
        """);
    boolean change = viewer.right() == Receiving.Right.CHANGE;
    out.write(change ? "<table class=\"change\">\n" : "<table>\n");
    out.write("<thead><tr>");
    for (var column : ListingOrder.Column.values()) out.write(title(column));
    out.write("<td></tr></thead>\n");
    if (!listing.isRoot()) {
      out.write("<tbody>\n<tr class=\"d\" data-up=\"1\"><td><a href=\"../\">..</a><td><td><td>\n");
    }
    int rows = 0;
    for (ListingEntry entry : listing.entries()) {
      if (rows++ % GROUP == 0) out.write("<tbody>\n");
      row(entry);
    }
    out.write("</tbody>\n</table>\n");
  }

  private String title(ListingOrder.Column column) {
    var order = query.order();
    String state = order.descending() ? "descending" : "ascending";
    String sorted = order.column() == column ? " aria-sort=\"" + state + "\"" : "";
    String zone = column == ListingOrder.Column.TIME ? "<span id=\"zone\"> (UTC)</span>" : "";
    String href = Html.of(query.href(column));
    return "<th scope=\"col\" data-column=\"%s\"%s><a href=\"%s\">%s%s</a></th>"
        .formatted(column.word(), sorted, href, column.title, zone);
  }

  /** End tags that HTML lets one leave out are left out: there may be very many rows. */
  private void row(ListingEntry entry) throws IOException {
    out.write(entry.folder() ? "<tr class=\"d\"><td><a href=\"" : "<tr><td><a href=\"");
    out.write(entry.href()); // percent-encoded: no sign of HTML is left in it
    out.write("\">");
    out.write(Html.of(entry.name()) + entry.slash());
    out.write("</a><td>");
    out.write("<data value=\"" + entry.bytes() + "\">");
    if (!entry.folder()) out.write(Sizes.readable(entry.bytes()));
    out.write("</data><td><time datetime=\"" + entry.modified() + "\">");
    MINUTES.formatTo(entry.modified(), out);
    out.write("</time><td>");
    out.write(ListingTools.of(entry, viewer.right()));
    out.write('\n');
  }

  private void hint(String url) throws IOException {
    // A page of its own would be sent instead. In quotes, for a question mark means something to
    // a shell.
    String query = listing.hasPage() ? "?list&text" : "?text";
    String quoted = "'" + url + query + "'";
    out.write(
        "<footer>In a terminal: <code>curl "
            + Html.of(quoted)
            + "</code>, or <code>?json</code>"
            + "</footer>\n");
  }
}
