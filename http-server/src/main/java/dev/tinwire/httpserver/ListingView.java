package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows folders as listings.
 *
 * @param rootName what visitors see as the name of the whole site
 * @param receiving what they may do in it
 */
record ListingView(String rootName, boolean showHidden, Receiving receiving) implements FolderView {
  private static final Status NOT_FOUND = new Status(404);

  ListingView(String rootName, boolean showHidden) {
    this(rootName, showHidden, Receiving.NOTHING);
  }

  @Override
  public Answer answer(Request request, Folder folder) {
    // To be looked into and not listed is a right too, and whoever gives it wants no listing.
    if (!Files.isReadable(folder.directory())) return ErrorPage.of(NOT_FOUND, request.fields());
    var query = ListingQuery.of(Target.query(request.target()), request.fields());
    var path = new ArrayList<String>();
    path.add(rootName);
    path.addAll(folder.path().names());
    var reader = new FolderReader(folder, showHidden, FolderReader.MOST);
    var right = receiving.at(folder.path());
    return ListingAnswer.of(
        request, query, path, right, () -> listing(path, folder, reader.read()));
  }

  private static Listing listing(List<String> path, Folder folder, FolderReader.Entries read) {
    return new Listing(path, folder.hasIndex(), read.entries(), read.complete());
  }
}
