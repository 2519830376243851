package dev.tinwire.heartbeat;

import dev.tinwire.wire.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The status page, all of it made here and read only: {@code /}, {@code /sender/ID}, {@code
 * /events[/ID]}, {@code /badge/ID.svg}, {@code /status.json}, {@code /metrics}.
 */
final class StatusSite implements StatusServer.Site, AutoCloseable {
  private static final String HTML = "text/html; charset=utf-8";

  /** Nothing but our own files and pictures; no script or style can be slipped into the page. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
              + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  /** A line as a heart draws it. */
  private static final String ICON =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 32 32\" fill=\"none\""
          + " stroke=\"#b91c1c\" stroke-width=\"3\"><path d=\"M1 18h8l4-12 6 22 4-10h8\"/></svg>\n";

  private final Observatory observatory;
  private final WatchLimits limits;
  private final boolean open;
  private final StatusTable table;
  private final SenderPart part;
  private final Viewers viewers;

  /**
   * Over what an observatory sees.
   *
   * @param open whether whoever reads this may know where senders are and what they say
   */
  StatusSite(Observatory observatory, WatchLimits limits, boolean open) {
    this.observatory = observatory;
    this.limits = limits;
    this.open = open;
    this.table = new StatusTable(observatory, limits);
    this.part = new SenderPart(observatory, open);
    this.viewers = new Viewers(limits.viewers());
  }

  @Override
  public StatusServer.Page page(String path) {
    return switch (path) {
      case "/" -> text(200, HTML, whole("", "events", table.html()));
      case "/events" -> stream(table::html);
      case "/status.css" -> text(200, "text/css; charset=utf-8", file("status.css"));
      case "/status.js" -> text(200, "text/javascript; charset=utf-8", file("status.js"));
      case "/icon.svg" -> text(200, "image/svg+xml", ICON);
      case "/status.json" -> text(200, "application/json", json());
      case "/metrics" -> text(200, Metrics.TYPE, new Metrics(limits).of(observatory.scene()));
      default -> named(path);
    };
  }

  private StatusServer.Page named(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return switch (path.substring(0, path.lastIndexOf('/') + 1)) {
      case "/sender/" ->
          part.html(id)
              .map(html -> text(200, HTML, whole("../", "../events/" + Markup.of(id), html)))
              .orElseGet(this::absent);
      case "/events/" ->
          part.html(id).isPresent() ? stream(() -> part.html(id).orElse("")) : absent();
      case "/badge/" -> badge(id);
      default -> absent();
    };
  }

  private StatusServer.Page badge(String file) {
    if (!file.endsWith(".svg")) return absent();
    String id = file.substring(0, file.length() - ".svg".length());
    Optional<String> badge = observatory.scene().find(id).map(Badge::of);
    return badge.map(svg -> text(200, "image/svg+xml", svg)).orElseGet(this::absent);
  }

  private StatusServer.Page stream(Supplier<String> html) {
    if (!viewers.enter()) return text(503, "text/plain; charset=utf-8", "too many look already\n");
    return new StatusServer.Page(
        200, "text/event-stream", FIELDS, new StatusServer.Body.Stream(viewers.stream(html)));
  }

  private StatusServer.Page absent() {
    return text(404, "text/plain; charset=utf-8", "there is nothing here; go to /\n");
  }

  private static StatusServer.Page text(int status, String type, String text) {
    return new StatusServer.Page(status, type, FIELDS, new StatusServer.Body.Text(text));
  }

  private static String whole(String root, String events, String live) {
    return "<!doctype html>\n<html lang=\"en\">\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width\">\n<title>Heartbeats</title>\n"
        + "<link rel=\"icon\" href=\""
        + root
        + "icon.svg\">\n"
        + "<link rel=\"stylesheet\" href=\""
        + root
        + "status.css\">\n"
        + "<script src=\""
        + root
        + "status.js\" data-events=\""
        + events
        + "\" defer></script>\n"
        + "<h1><a href=\""
        + (root.isEmpty() ? "./" : root)
        + "\">Heartbeats</a></h1>\n"
        + "<main id=\"live\">\n"
        + live
        + "</main>\n";
  }

  private String json() {
    var scene = observatory.scene();
    var view = scene.view();
    var json = new LinkedHashMap<String, Json>();
    json.put("now", new Json.Str(view.now().toString()));
    json.put("received", Json.Num.of(view.received()));
    json.put("rejected", Json.Num.of(view.rejected()));
    json.put("own_drops", Json.Num.of(view.ownDrops()));
    json.put("blind", new Json.Bool(view.blind()));
    json.put(
        "conflicts", new Json.Arr(view.conflicts().stream().<Json>map(Json.Str::new).toList()));
    json.put(
        "senders",
        new Json.Arr(
            Trouble.sorted(view.senders()).stream()
                .<Json>map(
                    s -> SenderJson.of(s, scene.config().group(s.id()), observatory.hold(s), open))
                .toList()));
    return new Json.Obj(json).print() + "\n";
  }

  private static String file(String name) {
    try (InputStream in = StatusSite.class.getResourceAsStream(name)) {
      if (in == null) throw new IllegalStateException(name + " is missing beside this class");
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends all streams; to be done before the server is closed, which would wait for them. */
  @Override
  public void close() {
    viewers.close();
  }
}
