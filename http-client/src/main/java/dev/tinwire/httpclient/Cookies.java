package dev.tinwire.httpclient;

import dev.tinwire.http.Fields;
import dev.tinwire.wire.Conversation;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The cookies of a run. The jar, and the list of public suffixes it needs, are made when the first
 * cookie comes: most fetches never see one.
 */
final class Cookies {
  private final Supplier<CookieJar> maker;
  private final Conversation conversation;
  private @Nullable CookieJar jar;

  Cookies(Optional<CookieJar> given, Conversation conversation) {
    this.maker = () -> new CookieJar(PublicSuffixes.ofSystem(), InstantSource.system());
    this.jar = given.orElse(null);
    this.conversation = conversation;
  }

  /**
   * The request with the cookies for its URL. Those that its caller says come behind them, as with
   * curl: what a server set meanwhile is newer. A field without a value is no cookies at all.
   */
  synchronized Request addTo(Request request) {
    Optional<String> said = request.fields().first("Cookie");
    if (jar == null || said.filter(String::isEmpty).isPresent()) return request;
    Optional<String> value = jar.cookiesFor(request.url(), SameSite.Initiator.SAME_SITE);
    if (value.isEmpty()) return request;
    return request.with("Cookie", value.get() + said.map(own -> "; " + own).orElse(""));
  }

  /** Whether none was given or came, so that none will be sent. */
  synchronized boolean none() {
    return jar == null;
  }

  synchronized void receive(Url from, Fields fields) {
    if (!fields.has("Set-Cookie")) return;
    List<String> set = fields.all("Set-Cookie");
    if (jar == null) jar = maker.get();
    for (var verdict : jar.receive(from, set, SameSite.Initiator.SAME_SITE)) {
      if (verdict instanceof CookieVerdict.Ignored(String reason)) {
        conversation.note("a cookie was ignored: " + reason);
      }
    }
  }
}
