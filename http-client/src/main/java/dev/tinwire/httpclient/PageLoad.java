package dev.tinwire.httpclient;

import dev.tinwire.wire.command.Complaint;
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

/**
 * Fetches a document and what it refers to, and what that refers to: each URL once, all at once as
 * far as six connections for each origin allow it.
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
  private final PageCrew crew = new PageCrew(ClientLimits.DEFAULT.perOrigin());
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
    PageReader.warmUp();
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
    if (html) fetch(PageReferences.of(PageReader.document(response, bytes), response.url()));
    crew.join();
    for (RuntimeException bug : bugs) throw bug;
    return new Loaded(List.copyOf(parts), response);
  }

  private Duration now() {
    return Duration.ofNanos(System.nanoTime() - began);
  }

  private static String key(Url url) {
    return url.withoutFragment().href();
  }

  /** Has them fetched, and what they bring in turn. */
  private void fetch(List<PageReferences.Found> found) {
    for (var each : found) {
      if (!each.url().isHttp() || seen.size() >= MOST || !seen.add(key(each.url()))) continue;
      Duration begin = now();
      String origin = Origin.of(each.url()).toString();
      crew.add(origin, each.kind().rank(), () -> part(each, begin));
    }
  }

  private void part(PageReferences.Found found, Duration begin) {
    String kind = found.kind().name().toLowerCase(Locale.ROOT);
    try {
      Duration queued = now().minus(begin);
      Response response = sender.send(Request.get(found.url())).queued(queued);
      byte[] bytes;
      try (response) {
        bytes = response.bytes();
      }
      parts.add(new PagePart(found.url(), kind, begin, Optional.of(response), bytes.length, ""));
      more(found, response, bytes);
    } catch (IOException e) {
      String why = Complaint.about(e).line();
      parts.add(new PagePart(found.url(), kind, begin, Optional.empty(), 0, why));
    } catch (InterruptedException _) {
      // The whole is given up.
    } catch (RuntimeException bug) {
      bugs.add(bug); // not for this thread to say
    }
  }

  private void more(PageReferences.Found found, Response response, byte[] bytes)
      throws IOException {
    if (!response.status().isSuccessful()) return;
    keeper.keep(found.url(), found.kind(), response, bytes);
    switch (found.kind()) {
      case STYLE -> {
        var charset = TextCharset.of(response.mediaType(), bytes, true);
        fetch(PageReferences.ofSheet(new String(bytes, charset), response.url()));
      }
      case FRAME -> {
        if (response.mediaType().map(t -> t.is("text/html")).orElse(false)) {
          fetch(PageReferences.of(PageReader.document(response, bytes), response.url()));
        }
      }
      case MODULE -> {
        String script = new String(bytes, StandardCharsets.UTF_8); // whatever its type says
        fetch(PageReferences.ofModule(script, response.url(), found.names()));
      }
      case SCRIPT, FONT, IMAGE, MEDIA, OTHER -> {}
    }
  }
}
