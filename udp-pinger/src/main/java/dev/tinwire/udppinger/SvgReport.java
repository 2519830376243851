package dev.tinwire.udppinger;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.command.UsageError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code --svg}: collects what is drawn, and writes the picture at the end. */
final class SvgReport implements Report {
  private final Path file;
  private final Map<Session, Course> courses = new LinkedHashMap<>();

  private SvgReport(Path file) {
    this.file = file;
  }

  /**
   * Looks first whether there is a place for it: nobody wants to hear that after an hour's run.
   *
   * @throws UsageError if there is none
   */
  static SvgReport into(Path file) throws UsageError {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new UsageError("--svg: " + Visible.of(file.toString()) + " is a folder");
    }
    if (!Files.isWritable(folder)) {
      throw new UsageError("--svg: nothing can be written into " + Visible.of(folder.toString()));
    }
    return new SvgReport(file);
  }

  @Override
  public void began(List<Session> sessions) {
    for (var session : sessions) courses.put(session, new Course());
  }

  @Override
  public void event(Session session, Event event) {
    Course course = courses.get(session);
    if (course == null) return;
    long at = session.sinceBegin(event.nanoTime());
    switch (event) {
      case Event.Answered it -> course.replied(at, it.rttNanos());
      case Event.Refused it when it.givenUp() -> {} // is drawn
      case Event.Timeout _, Event.Refused _, Event.Unsent _ -> course.lost(at);
      case Event.Duplicate _, Event.Late _, Event.Corrupt _, Event.Stray _ -> {}
    }
  }

  @Override
  public void ended(List<Session> sessions, long sinceBegin) {
    var picture = new SvgPicture();
    courses.forEach(picture::add);
    try {
      write(picture.print());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Beside it first, then in its place: nobody sees half a picture. Not by createTempFile, whose
   * files are for their owner alone: a picture is for all who may read what we write.
   */
  private void write(String text) throws IOException {
    String name = ".tinwire" + Long.toHexString(System.nanoTime()) + ".svg";
    Path temporary = file.toAbsolutePath().resolveSibling(name);
    try {
      Files.writeString(temporary, text, StandardOpenOption.CREATE_NEW);
      Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
