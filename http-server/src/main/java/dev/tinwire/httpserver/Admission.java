package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Preconditions;
import dev.tinwire.http.Validators;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/** Whether something may be put at a path: asked before its body comes, and when it has come. */
record Admission(Storage storage) {
  /** What speaks against it as things are now. */
  Optional<Verdict> refusal(Fields fields, SitePath path) throws IOException {
    if (path.slash()) {
      return no(409, "This is the address of a folder. A file has no slash behind its name.");
    }
    Optional<String> name = UploadName.problem(path.names());
    if (name.isPresent()) return no(403, name.get());
    if (fields.has("Content-Encoding")) {
      return Optional.of(
          Verdict.of(415, "What is sent is kept as it is; send it without a content coding.")
              .with("Accept-Encoding", "identity")); // RFC 9110 §15.5.16
    }
    try (Resource now = storage.now(path)) {
      if (!conditionsHold(fields, now, storage.clock())) {
        return no(412, "It is not as the request expects it to be. Nothing was changed.");
      }
      return switch (now) {
        case Resource.Missing() -> Optional.empty();
        case Resource.Folder _ -> no(409, "There is a folder of that name already.");
        case Resource.File _ -> storage.receiving().changing() ? Optional.empty() : taken();
      };
    }
  }

  static Optional<Verdict> taken() {
    return no(409, "There is something of that name already. Nothing was changed.");
  }

  private static Optional<Verdict> no(int status, String sentence) {
    return Optional.of(Verdict.of(status, sentence));
  }

  /** RFC 9110 §13.2.2, for methods that change something. A folder has no validators. */
  static boolean conditionsHold(Fields fields, Resource now, InstantSource clock) {
    Optional<Validators> current =
        switch (now) {
          case Resource.File file -> Optional.of(file.state().validators(clock.instant()));
          case Resource.Folder _ -> Optional.of(new Validators(Optional.empty(), Optional.empty()));
          case Resource.Missing() -> Optional.empty();
        };
    var conditions =
        new Preconditions(
            fields.all("If-Match"),
            fields.all("If-Unmodified-Since"),
            fields.all("If-None-Match"),
            fields.all("If-Modified-Since"),
            fields.all("If-Range"));
    return conditions.evaluate(false, current, clock) == Preconditions.Outcome.PROCEED;
  }
}
