package dev.tinwire.heartbeat;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.json.Json;
import java.io.Closeable;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** The file of {@code --events}: each line is written whole and at once, behind what is there. */
final class EventLog implements Consumer<Told>, Closeable {
  private final Writer file;
  private final Path path;
  private final Consumer<String> notes;
  private boolean failing;

  EventLog(Path path, Consumer<String> notes) throws IOException {
    this.path = path;
    this.notes = notes;
    file =
        Files.newBufferedWriter(
            path, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  @Override
  public void accept(Told told) {
    EventLine.of(told).ifPresent(this::write);
  }

  private void write(Json.Obj line) {
    try {
      file.write(line.print() + "\n");
      file.flush();
      failing = false;
    } catch (IOException e) {
      // A full disk must not end the watching; it is said once, until it works again.
      if (!failing) notes.accept("cannot write " + Visible.of(path + ": " + e.getMessage()));
      failing = true;
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
