package dev.tinwire.httpserver;

import dev.tinwire.wire.Visible;
import java.io.IOException;

/** A file is not what it was when its length was promised, so an answer can only be broken off. */
final class FileChanged extends IOException {
  private static final long serialVersionUID = 1L;

  FileChanged(String name) {
    super(Visible.of(name) + " changed while the archive it is in was sent");
  }
}
