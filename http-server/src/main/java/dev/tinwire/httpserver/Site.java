package dev.tinwire.httpserver;

import java.io.IOException;

/** Where paths lead: a folder, a single file, or one of them with a memory in front. */
@FunctionalInterface
interface Site {
  /**
   * What is there now.
   *
   * @throws IOException if this machine cannot say, for want of file handles above all
   */
  Resource find(SitePath path) throws IOException;

  /** The same without a memory: for who reads all of it once. */
  default Site onDisk() {
    return this;
  }
}
