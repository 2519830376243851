package dev.tinwire.httpserver;

import dev.tinwire.http.Fields;
import dev.tinwire.http.Status;

/** Says no in words. */
@FunctionalInterface
interface RefusalPage {
  /** The page or line that goes with this status, to a client that sent these fields. */
  Answer of(Status status, Fields wishes);
}
