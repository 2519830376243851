package dev.tinwire.httpclient;

import dev.tinwire.http.Method;
import java.io.Closeable;
import java.io.IOException;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * An HTTP client, ready to be used:
 *
 * <pre>{@code
 * try (var client = HttpClient.create();
 *     var response = client.get("https://example.com/")) {
 *   System.out.println(response.status() + " " + response.text());
 * }
 * }</pre>
 *
 * <p>It keeps connections for reuse, so one client serves many requests, from any number of
 * threads. Whatever the server says is an answer, 404 as well as 200; an exception is a broken
 * wire.
 */
public final class HttpClient implements Closeable {
  private final ClientOptions options;
  private final Engine engine;
  private final Following following;
  private final LongSupplier nanoTime;

  private HttpClient(ClientOptions options, LongSupplier nanoTime, InstantSource clock) {
    this.options = options;
    this.nanoTime = nanoTime;
    this.engine = new Engine(options, nanoTime);
    this.following = new Following(engine, options, clock);
  }

  /** One that does what most want. */
  public static HttpClient create() {
    return create(ClientOptions.DEFAULT);
  }

  public static HttpClient create(ClientOptions options) {
    return create(options, InstantSource.system());
  }

  /** With another clock for what lasts: cookies, HSTS, the cache. */
  static HttpClient create(ClientOptions options, InstantSource clock) {
    return new HttpClient(options, System::nanoTime, clock);
  }

  public Response get(String url) throws IOException, InterruptedException {
    return send(Request.get(Url.parse(url)));
  }

  public Response post(String url, Payload payload) throws IOException, InterruptedException {
    return send(Request.of(Method.POST, Url.parse(url)).withPayload(payload));
  }

  public Response send(Request request) throws IOException, InterruptedException {
    return following.send(request, options.limits().deadline(nanoTime));
  }

  /**
   * Sends what {@link #send} is going to be asked for next, the very same object, where that can be
   * done safely: the server is at work then while the caller is busy with the answer before.
   */
  void ahead(Request next) {
    try {
      following.ahead(next, options.limits().deadline(nanoTime));
    } catch (IOException _) {
      // Whatever it was is met again when the request has its turn, and then told.
    }
  }

  /** Ends the connections that wait for another request. */
  @Override
  public void close() {
    engine.close();
  }
}
