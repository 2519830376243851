package dev.tinwire.httpclient;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** {@code --har}: what a run fetched, kept until its end and then written at once. */
final class HarFile {
  private final Path file;
  private final List<Har.Entry> entries = Collections.synchronizedList(new ArrayList<>());

  HarFile(Path file) {
    this.file = file;
  }

  /** Notes an answer and what led to it. */
  void add(Fetched fetched) {
    Response response = fetched.response();
    for (Hop hop : response.before()) {
      entries.add(new Har.Entry(hop, Har.Body.UNKNOWN, Optional.empty(), Optional.empty()));
    }
    var body = new Har.Body(response.received(), fetched.bytes(), fetched.body());
    entries.add(new Har.Entry(response.last(), body, Optional.empty(), Optional.empty()));
  }

  void write() throws IOException {
    write(file, List.of(), List.copyOf(entries));
  }

  /** Secrets are left out: such files are sent around. */
  static void write(Path file, List<Har.Page> pages, List<Har.Entry> entries) throws IOException {
    Json document = new Har("0.1.0", true).document(pages, entries);
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, document.pretty() + "\n");
    Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }
}
