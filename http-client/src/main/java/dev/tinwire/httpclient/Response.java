package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.http.MediaType;
import dev.tinwire.http.ResponseHead;
import dev.tinwire.http.Status;
import dev.tinwire.wire.TooLong;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a request: its head, and its body as a stream that is read once. Closing it gives
 * the connection back. Public because this is what callers of the library get.
 */
public final class Response implements Closeable {
  private final Hop last;
  private final List<Hop> before;
  private final InputStream body;
  private final Optional<ReceivedBody> received;
  private final Closeable source;
  private final CacheUse cacheUse;
  private final long bodyInMemory;

  private Response(
      Hop last,
      List<Hop> before,
      InputStream body,
      Optional<ReceivedBody> received,
      Closeable source,
      CacheUse cacheUse,
      long bodyInMemory) {
    this.last = last;
    this.before = List.copyOf(before);
    this.body = body;
    this.received = received;
    this.source = source;
    this.cacheUse = cacheUse;
    this.bodyInMemory = bodyInMemory;
  }

  /** One that comes over the wire. */
  static Response received(Hop last, ReceivedBody body, long bodyInMemory) {
    return new Response(
        last, List.of(), body, Optional.of(body), body, CacheUse.NONE, bodyInMemory);
  }

  /** One whose body was kept. */
  static Response kept(Hop last, InputStream body, CacheUse use, long bodyInMemory) {
    return new Response(last, List.of(), body, Optional.empty(), body, use, bodyInMemory);
  }

  /** The same answer with another view of its body, and what led here. */
  Response with(List<Hop> others, InputStream view) {
    return new Response(last, others, view, received, source, cacheUse, bodyInMemory);
  }

  /** The same answer, its body kept as it is read. */
  Response through(InputStream storing) {
    return new Response(last, before, storing, received, storing, CacheUse.MISS, bodyInMemory);
  }

  /** The same answer, whose request had to wait so long before its turn came. */
  Response queued(Duration time) {
    if (before.isEmpty()) {
      var first = last.queued(time);
      return new Response(first, before, body, received, source, cacheUse, bodyInMemory);
    }
    var all = new ArrayList<>(before);
    all.set(0, all.getFirst().queued(time));
    return new Response(last, all, body, received, source, cacheUse, bodyInMemory);
  }

  Response used(CacheUse use) {
    return new Response(last, before, body, received, source, use, bodyInMemory);
  }

  /** What a cache had to do with it. */
  public CacheUse cacheUse() {
    return cacheUse;
  }

  public Status status() {
    return last.status();
  }

  public ResponseHead head() {
    return last.head();
  }

  public Fields fields() {
    return last.head().fields();
  }

  /** Where the answer comes from in the end. */
  public Url url() {
    return last.url();
  }

  /** The exchanges that led here, in order: redirects, challenges. */
  public List<Hop> before() {
    return before;
  }

  /** The last exchange, its timings as far as the body has come. */
  public Hop last() {
    Timings timings =
        received.map(r -> last.timings().withReceive(r.time())).orElse(last.timings());
    return last.timed(timings);
  }

  public Timings timings() {
    return last().timings();
  }

  /** What the body is, as browsers read it; empty where the server does not say. */
  public Optional<MediaType> mediaType() {
    return fields().first("Content-Type").flatMap(MediaType::parseAsBrowsersDo);
  }

  /** How long the body is as it comes, where the server says. */
  public OptionalLong contentLength() {
    return received.map(ReceivedBody::length).orElse(OptionalLong.empty());
  }

  /** The body without its content coding. Whatever is wrong with it is an exception of reading. */
  public InputStream body() {
    return body;
  }

  /** Bytes of the body that came over the wire until now. */
  public long received() {
    return received.map(ReceivedBody::received).orElse(0L);
  }

  /**
   * Whether all of the body has been read, as far as its length was announced. Asking is enough to
   * give the connection back, before the caller is done with what he read.
   */
  boolean isOver() {
    return received.isPresent() && received.get() == body && received.get().isOver();
  }

  /** The fields behind the last chunk, once the body was read. */
  public Fields trailers() {
    return received.map(ReceivedBody::trailers).orElse(Fields.NONE);
  }

  /** Whether there is nothing in it, not even a coded nothing. */
  boolean isEmpty() throws IOException {
    if (received.isPresent()) return received.get().isEmpty();
    return body.available() == 0; // a file or an array, which know
  }

  /** The body on the wire, if it is the one that is read and no TLS has to take it apart. */
  Optional<ReceivedBody> direct() {
    return received.filter(wire -> wire == body && wire.isDirect());
  }

  /** The whole body. */
  public byte[] bytes() throws IOException {
    int most = Math.toIntExact(Math.min(bodyInMemory, Integer.MAX_VALUE - 16));
    byte[] bytes = body.readNBytes(most + 1);
    if (bytes.length > most) throw new TooLong("the body of " + url(), most);
    return bytes;
  }

  /** The whole body as text; in UTF-8 where the server does not say. */
  public String text() throws IOException {
    return new String(
        bytes(), mediaType().flatMap(MediaType::charset).orElse(StandardCharsets.UTF_8));
  }

  @Override
  public void close() throws IOException {
    source.close();
  }
}
