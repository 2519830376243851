package dev.tinwire.httpserver;

import dev.tinwire.http.SafeFileName;
import dev.tinwire.wire.Sizes;
import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Receives the files of a form into a folder. Who sends a form has not chosen where its files are
 * found, so each gets a name that is safe and free: telephones call every picture {@code
 * image.jpg}. A file that has come whole stays, whatever becomes of those behind it.
 */
record FormUpload(Storage storage, Uploads uploads) {
  /** How many names are tried: {@code a.txt}, {@code a (2).txt} and so on. */
  private static final int TRIES = 1000;

  /** What came: the name that it got, and its length. */
  record Arrived(String name, long bytes) {
    @Override
    public String toString() {
      return Visible.of(name) + " (" + Sizes.readable(bytes) + ")";
    }
  }

  /** All files of it. */
  List<Arrived> receive(Request request, SitePath folder, String boundary) throws IOException {
    InputStream body = LimitedBody.of(request, storage.receiving().limits().most());
    storage.room().require(Uploads.length(request).orElse(0));
    var parts = FormParts.of(body, boundary, UploadLimits.FILES);
    var arrived = new ArrayList<Arrived>();
    while (true) {
      Optional<FormParts.Part> part = parts.next();
      if (part.isEmpty()) return arrived;
      Optional<String> given = part.get().disposition().fileName();
      // A field of another kind, or one where nothing was chosen (HTML Standard §4.10.21.4).
      if (given.isEmpty() || given.get().isEmpty()) continue;
      String name = SafeFileName.of(given.get()).orElse("unnamed");
      receive(folder, name, part.get().content()).ifPresent(arrived::add);
    }
  }

  /** Nothing if a thousand of that name are there. */
  private Optional<Arrived> receive(SitePath folder, String name, InputStream content)
      throws IOException {
    var arrived = new ArrayList<Arrived>();
    uploads.receive(
        folder.file(name),
        content,
        (draft, spot) -> {
          long bytes = draft.channel().size();
          for (int i = 1; i <= TRIES; i++) {
            String free = i == 1 ? name : numbered(name, i);
            if (!draft.publish(spot.folder(), free)) continue;
            arrived.add(new Arrived(free, bytes));
            return Verdict.of(201, "It has arrived.");
          }
          return Admission.taken().orElseThrow();
        });
    return arrived.stream().findFirst();
  }

  /** The number before the extension, where programs look for it; short enough still. */
  static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    int cut = dot > 0 ? dot : name.length();
    String end = " (" + number + ")" + name.substring(cut);
    String stem = name.substring(0, cut);
    while (UploadName.tooLong(stem + end)) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + end;
  }
}
