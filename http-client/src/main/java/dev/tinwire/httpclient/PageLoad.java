package dev.tinwire.httpclient;

import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Fetches a document and what it refers to, and what that refers to: each URL once, all at once as
 * far as six connections for each origin allow it. What is needed before anything can be shown is
 * asked for first.
 */
final class PageLoad {
  static final int MOST = 1000;

  /** All of it, and the answer that the document came in. */
  record Loaded(List<PagePart> parts, Response response) {}

  /** Somebody who wants what came. Called from many threads. */
  @FunctionalInterface
  interface Keeper {
    /** A part that came well, and the URL it was asked for by. */
    void keep(Url asked, PageReferences.Kind kind, Response response, byte[] bytes)
        throws IOException;
  }

  private final Sender sender;
  private final Keeper keeper;
  private final Request first;
  private final long began;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Queue<RuntimeException> bugs = new ConcurrentLinkedQueue<>();
  private final List<PagePart> parts = Collections.synchronizedList(new ArrayList<>());

  PageLoad(Sender sender, Keeper keeper, Request first, long began) {
    this.sender = sender;
    this.keeper = keeper;
    this.first = first;
    this.began = began;
  }

  Loaded run() throws IOException, InterruptedException {
    Duration begin = now();
    Response response = sender.send(first);
    byte[] bytes;
    try (response) {
      bytes = response.bytes();
    }
    parts.add(
        new PagePart(response.url(), "document", begin, Optional.of(response), bytes.length, ""));
    seen.add(key(response.url()));
    boolean html = response.mediaType().map(t -> t.is("text/html")).orElse(false);
    if (html && response.status().isSuccessful())
      keeper.keep(response.url(), PageReferences.Kind.FRAME, response, bytes);
    if (html) fetch(PageReferences.of(document(response, bytes), response.url()));
    for (RuntimeException bug : bugs) throw bug;
    return new Loaded(List.copyOf(parts), response);
  }

  static Document document(Response response, byte[] bytes) throws IOException {
    var charset = TextCharset.of(response.mediaType(), bytes, true);
    return Jsoup.parse(
        new ByteArrayInputStream(bytes),
        charset.name(),
        response.url().withoutCredentials().href());
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static String key(Url url) {
    return url.withoutFragment().href();
  }

  /** Waits for all of them, and for what they bring in turn. */
  private void fetch(List<PageReferences.Found> found) throws InterruptedException {
    var threads = new ArrayList<Thread>();
    for (var each : found) {
      boolean fresh = each.url().isHttp() && seen.size() < MOST && seen.add(key(each.url()));
      if (fresh) threads.add(Thread.ofVirtual().name("part").start(() -> part(each)));
    }
    try {
      for (Thread thread : threads) thread.join();
    } catch (InterruptedException e) {
      threads.forEach(Thread::interrupt);
      throw e;
    }
  }

  private void part(PageReferences.Found found) {
    String kind = found.kind().name().toLowerCase(Locale.ROOT);
    Duration begin = now();
    try {
      Response response = sender.send(Request.get(found.url()));
      byte[] bytes;
      try (response) {
        bytes = response.bytes();
      }
      parts.add(new PagePart(found.url(), kind, begin, Optional.of(response), bytes.length, ""));
      more(found, response, bytes);
    } catch (IOException e) {
      String why = e instanceof WireException ? e.getMessage() : Visible.of(String.valueOf(e));
      parts.add(new PagePart(found.url(), kind, begin, Optional.empty(), 0, String.valueOf(why)));
    } catch (InterruptedException _) {
      // The whole is given up.
    } catch (RuntimeException bug) {
      bugs.add(bug); // not for this thread to say
    }
  }

  private void more(PageReferences.Found found, Response response, byte[] bytes)
      throws IOException, InterruptedException {
    if (!response.status().isSuccessful()) return;
    keeper.keep(found.url(), found.kind(), response, bytes);
    switch (found.kind()) {
      case STYLE -> {
        var charset = TextCharset.of(response.mediaType(), bytes, true);
        fetch(PageReferences.ofSheet(new String(bytes, charset), response.url()));
      }
      case FRAME -> {
        if (response.mediaType().map(t -> t.is("text/html")).orElse(false)) {
          fetch(PageReferences.of(document(response, bytes), response.url()));
        }
      }
      case MODULE -> {
        String script = new String(bytes, StandardCharsets.UTF_8); // whatever its type says
        fetch(PageReferences.ofModule(script, response.url()));
      }
      case SCRIPT, FONT, IMAGE, MEDIA, OTHER -> {}
    }
  }
}
