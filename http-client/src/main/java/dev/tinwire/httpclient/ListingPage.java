package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Listings that servers make for eyes: nginx, Apache, lighttpd, Python's {@code http.server}. Each
 * is told by its title, and each link to something directly below is an entry. Pure.
 */
final class ListingPage {
  private static final Pattern TITLE =
      Pattern.compile("(Index of|Directory listing for) .*", Pattern.CASE_INSENSITIVE);

  /** What nginx writes behind a link: the time, in UTC unless told otherwise, and all the bytes. */
  private static final Pattern NGINX =
      Pattern.compile("\\s*(\\d\\d-[A-Z][a-z]{2}-\\d{4} \\d\\d:\\d\\d)\\s+(-|\\d{1,18})\\s*");

  private static final DateTimeFormatter NGINX_TIME =
      DateTimeFormatter.ofPattern("dd-MMM-uuuu HH:mm", Locale.ENGLISH);

  private ListingPage() {}

  /** The listing, if the page is one. */
  static Optional<RemoteListing> parse(byte[] bytes, Response response) throws IOException {
    return of(PageReader.document(response, bytes), response.url());
  }

  static Optional<RemoteListing> of(Document document, Url url) {
    if (!TITLE.matcher(document.title().strip()).matches()) return Optional.empty();
    Map<String, RemoteListing.Entry> entries = new LinkedHashMap<>();
    Url base = PageReferences.base(document, url);
    for (Element link : document.select("a[href]")) {
      below(link.attr("href"), base, url)
          .ifPresent(path -> entries.putIfAbsent(path, entry(path, link)));
    }
    return Optional.of(new RemoteListing(List.copyOf(entries.values())));
  }

  /** The path seen from the folder, if the link leads to something directly in it. */
  private static Optional<String> below(String href, Url base, Url folder) {
    try {
      Url url = base.resolve(href);
      String start = folder.path().substring(0, folder.path().lastIndexOf('/') + 1);
      boolean inside =
          url.origin().isSameAs(folder.origin())
              && url.path().startsWith(start)
              && url.query().isEmpty() // links that sort have one
              && url.path().length() > start.length();
      if (!inside) return Optional.empty();
      String path = url.path().substring(start.length());
      int slash = path.indexOf('/');
      return slash < 0 || slash == path.length() - 1 ? Optional.of(path) : Optional.empty();
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static RemoteListing.Entry entry(String path, Element link) {
    boolean folder = path.endsWith("/");
    String name = RemoteName.decoded(folder ? path.substring(0, path.length() - 1) : path);
    Node behind = link.nextSibling();
    Matcher matcher = NGINX.matcher(behind instanceof TextNode text ? text.getWholeText() : "");
    boolean facts = matcher.matches();
    OptionalLong bytes =
        facts && !folder && !matcher.group(2).equals("-")
            ? OptionalLong.of(Long.parseLong(matcher.group(2)))
            : OptionalLong.empty();
    return new RemoteListing.Entry(
        name, folder, "./" + path, bytes, facts ? time(matcher.group(1)) : Optional.empty());
  }

  private static Optional<Instant> time(String text) {
    try {
      return Optional.of(LocalDateTime.parse(text, NGINX_TIME).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
