package dev.tinwire.httpclient;

import dev.tinwire.wire.Conversation;
import dev.tinwire.wire.Visible;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a cache holds, for one who wants an answer: a folder that cannot be read or written holds
 * nothing, which is noted and no reason not to ask the server.
 */
final class KeptAnswers {
  /** One answer may have this part of the room. */
  private static final int SHARE_OF_ONE = 8;

  private final CacheStore store;
  private final long mostOfOne;
  private final Conversation conversation;
  private final InstantSource clock;

  KeptAnswers(CacheStore store, ClientOptions options, InstantSource clock) {
    this.store = store;
    this.mostOfOne = options.limits().cacheBytes() / SHARE_OF_ONE;
    this.conversation = options.conversation();
    this.clock = clock;
  }

  static KeptAnswers in(Path folder, ClientOptions options, InstantSource clock) {
    var random = new SecureRandom();
    long most = options.limits().cacheBytes();
    var store =
        new DiskCache(
            folder,
            most,
            () -> HexFormat.of().toHexDigits(random.nextLong()),
            InstantSource.system());
    return new KeptAnswers(store, options, clock);
  }

  List<CacheStore.Entry> find(Url url) {
    try {
      return store.find(url);
    } catch (IOException e) {
      note("it cannot be read", e);
      return List.of();
    }
  }

  Optional<InputStream> open(CacheStore.Entry entry) {
    try {
      return store.open(entry);
    } catch (IOException e) {
      note("it cannot be read", e);
      return Optional.empty();
    }
  }

  void update(CacheStore.Entry entry, Stored fresh) {
    try {
      store.update(entry, fresh);
    } catch (IOException e) {
      note("it cannot be written", e);
    }
  }

  /** Keeps an answer as its body is read, if it may be kept, and drops what it makes void. */
  Response keep(Request request, Response answer, Instant requested) {
    Response response = answer.used(CacheUse.MISS);
    try {
      for (Url gone :
          Cacheability.invalidated(
              request.method(), request.url(), answer.status(), answer.fields())) {
        store.remove(gone);
      }
      if (!mayStore(request, answer)) return response;
      var stored =
          new Stored(
              request.url().withoutFragment().withoutCredentials(),
              Stored.selecting(request.fields(), answer.fields()),
              answer.status(),
              Stored.kept(answer.fields()),
              requested,
              clock.instant());
      return response.through(new StoringBody(answer.body(), store.begin(stored), mostOfOne));
    } catch (IOException e) {
      note("it cannot be written", e);
      return response;
    }
  }

  private boolean mayStore(Request request, Response answer) {
    return answer.contentLength().orElse(0) <= mostOfOne
        && Cacheability.mayStore(
            request.method(), request.fields(), answer.status(), answer.fields());
  }

  private void note(String what, IOException why) {
    conversation.note("cache: " + what + " (" + Visible.of(String.valueOf(why)) + ")");
  }
}
