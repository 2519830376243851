package dev.tinwire.httpserver;

import java.io.IOException;

/** A file became shorter while it was sent, so its answer can only be broken off. */
final class FileCut extends IOException {
  private static final long serialVersionUID = 1L;

  FileCut(long end, long size) {
    super("a file was cut to " + size + " bytes while " + end + " of them were promised");
  }
}
