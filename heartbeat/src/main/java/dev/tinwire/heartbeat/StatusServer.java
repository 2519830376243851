package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;

/** Somebody who serves the status page over HTTP; the suite fills it in with its own server. */
@FunctionalInterface
public interface StatusServer {
  /** Listens there and asks the site for each page until it is closed. */
  Running start(Endpoint where, Site site) throws IOException;

  /** A server that listens. */
  interface Running extends AutoCloseable {
    int port();

    @Override
    void close();
  }

  /** What there is to see: a function, called from many threads at once. */
  @FunctionalInterface
  interface Site {
    /**
     * The answer to a GET.
     *
     * @param path decoded, begins with a slash
     */
    Page page(String path);
  }

  /**
   * An answer.
   *
   * @param fields further header fields
   */
  record Page(int status, String mediaType, Map<String, String> fields, Body body) {
    public Page {
      fields = Map.copyOf(fields);
    }
  }

  /** The content of an answer. */
  sealed interface Body {
    /** All of it at once. */
    record Text(String text) implements Body {}

    /** As it comes, for as long as the reader stays. */
    record Stream(Writer writer) implements Body {}
  }

  /** Writes a stream; a flush sends what is there. Returns at its end. */
  @FunctionalInterface
  interface Writer {
    void writeTo(OutputStream out) throws IOException;

    /** Called once it is of no more use, written or not. */
    default void close() {}
  }
}
