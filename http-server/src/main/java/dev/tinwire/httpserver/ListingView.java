package dev.tinwire.httpserver;

import dev.tinwire.http.Status;
import java.io.Flushable;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows folders as listings.
 *
 * @param rootName what visitors see as the name of the whole site
 * @param receiving what they may do in it
 * @param large bounds how many large folders are shown at once
 */
record ListingView(String rootName, boolean showHidden, Receiving receiving, LargeFolders large)
    implements FolderView {
  private static final Status NOT_FOUND = new Status(404);
  private static final int LARGE_AT_ONCE = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  ListingView(String rootName, boolean showHidden, Receiving receiving) {
    this(rootName, showHidden, receiving, new LargeFolders(LARGE_AT_ONCE, PATIENCE));
  }

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
    var source = new Reading(path, folder, reader, large.place());
    return ListingAnswer.of(request, query, path, right, source);
  }

  /** One folder, to be read. */
  private record Reading(
      List<String> path, Folder folder, FolderReader reader, LargeFolders.Place place)
      implements ListingAnswer.Source {
    @Override
    public Listing read(Flushable begun) throws IOException {
      var read =
          reader.read(() -> {
            begun.flush();
            return place.take();
          });
      return new Listing(path, folder.hasIndex(), read.entries(), read.complete());
    }

    @Override
    public void close() {
      place.close();
    }
  }
}
