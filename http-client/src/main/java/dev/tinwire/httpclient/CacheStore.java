package dev.tinwire.httpclient;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;

/** Where stored answers are; what is decided about them is decided elsewhere. */
interface CacheStore {
  /** One answer and the name of its body. */
  record Entry(String id, Stored stored) {}

  /** What is stored under a URL, without its fragment. */
  List<Entry> find(Url url) throws IOException;

  /** The body of an entry; empty if it has gone meanwhile. */
  Optional<InputStream> open(Entry entry) throws IOException;

  /**
   * Begins to keep an answer; it replaces those that answer the same requests.
   *
   * @return where its body goes; {@link Writing#commit} only when all of it came
   */
  Writing begin(Stored stored) throws IOException;

  /** The entry with other fields, as a 304 made them. */
  void update(Entry entry, Stored freshened) throws IOException;

  void remove(Url url) throws IOException;

  /** A body on its way into the store. Closed without a commit it leaves nothing behind. */
  interface Writing extends AutoCloseable {
    void write(byte[] bytes, int from, int length) throws IOException;

    void commit() throws IOException;

    @Override
    void close() throws IOException;
  }
}
