package dev.tinwire.httpserver;

/** What a listing offers to do with a folder and with each thing in it, in words. Pure. */
final class ListingTools {
  private static final String UPLOAD =
      """
      <form id="upload" method="post" action="./" enctype="multipart/form-data">\
      <input type="file" name="file" multiple required aria-label="Files to upload">\
      <button>Upload</button> <button type="button" data-pick="folder" hidden>Upload a folder\
      </button> <span class="dim" hidden>or drop files and folders anywhere</span></form>
      <ol id="transfers"></ol>
      """;

  private static final String NEW_FOLDER =
      """
      <form method="post" action="./?mkdir"><input name="name" required maxlength="255" \
      placeholder="Name of a folder" aria-label="Name of the new folder">\
      <button>New folder</button></form>
      """;

  private ListingTools() {}

  /** Above the list. */
  static String of(Listing listing, Receiving.Right right) {
    var tools = new StringBuilder();
    if (!listing.entries().isEmpty()) {
      tools.append("<p><a class=\"button\" href=\"./?zip\" download>Download all (.zip)</a></p>\n");
    }
    if (right != Receiving.Right.READ) tools.append(UPLOAD);
    if (right == Receiving.Right.CHANGE) tools.append(NEW_FOLDER);
    return tools.isEmpty() ? "" : "<div class=\"tools\">\n" + tools + "</div>\n";
  }

  /** At the end of its row. */
  static String of(ListingEntry entry, Receiving.Right right) {
    String href = entry.href();
    String bare = entry.folder() ? href.substring(0, href.length() - 1) : href;
    String get = link(entry.folder() ? href + "?zip\" download" : href + "\" download", "Download");
    if (right != Receiving.Right.CHANGE) return get;
    return get
        + " "
        + link(bare + "?rename\"", "Rename")
        + " "
        + link(bare + "?delete\"", "Delete");
  }

  private static String link(String hrefAndMore, String word) {
    return "<a href=\"" + hrefAndMore + ">" + word + "</a>";
  }
}
