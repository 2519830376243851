package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;

/**
 * What a browser fetches besides a document to show it (HTML Standard §4.2.4, §4.8, §4.12): style
 * sheets, scripts, images, icons, media, frames. Each URL once, in the order of the document.
 */
final class PageReferences {
  /** Why it is fetched; what is needed before anything can be shown comes first. */
  enum Kind {
    STYLE(0),
    SCRIPT(1),
    MODULE(1),
    FONT(2),
    IMAGE(3),
    MEDIA(4),
    FRAME(3),
    OTHER(4);

    private final int rank;

    Kind(int rank) {
      this.rank = rank;
    }

    /** The lower, the sooner. */
    int rank() {
      return rank;
    }
  }

  /**
   * One thing to fetch.
   *
   * @param names what the document says of names in imports; a module is read by it
   */
  record Found(Url url, Kind kind, ImportMap names) {}

  static final int MOST = 10_000;

  private final Url base;
  // By their texts: the hash of a record is dear to link at a start.
  private final Map<String, Found> found = new LinkedHashMap<>();
  private final ImageChoice images = new ImageChoice();
  private ImportMap names;

  private PageReferences(Url base, ImportMap names) {
    this.base = base;
    this.names = names;
  }

  /** What the references of a document are relative to: its own URL, or what its base says. */
  static Url base(Document document, Url url) {
    Element base = document.selectFirst("base[href]");
    if (base == null) return url;
    try {
      Url said = url.resolve(base.attr("href"));
      return said.isHttp() ? said : url;
    } catch (Malformed _) {
      return url;
    }
  }

  static List<Found> of(Document document, Url url) {
    var page = new PageReferences(base(document, url), ImportMap.NONE);
    document.filter(page.new Walk());
    return page.list();
  }

  /** Each element once: to look up from each at what it stands in takes hours of a deep page. */
  private final class Walk implements NodeFilter {
    private int details;

    @Override
    public FilterResult head(Node node, int depth) {
      if (!(node instanceof Element element)) return FilterResult.CONTINUE;
      if (found.size() >= MOST) return FilterResult.STOP;
      switch (element.normalName()) {
        // Templates are not part of the page until a script makes them so, noscript only without.
        case "template", "noscript" -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        case "details" -> details++;
        case "img" -> {
          // A browser fetches a lazy one when somebody opens what it is in.
          boolean lazy = element.attr("loading").equalsIgnoreCase("lazy") && details > 0;
          if (!lazy) add(images.of(element), Kind.IMAGE);
        }
        default -> {} // like any other
      }
      take(element);
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node.normalName().equals("details")) details--;
      return FilterResult.CONTINUE;
    }
  }

  /** What a style sheet at this URL refers to; fonts are told by their names. */
  static List<Found> ofSheet(String css, Url url) {
    var sheet = new PageReferences(url, ImportMap.NONE);
    sheet.takeCss(css);
    return sheet.list();
  }

  /** What a module at this URL imports, by the names of its document. */
  static List<Found> ofModule(String script, Url url, ImportMap names) {
    var module = new PageReferences(url, names);
    module.takeImports(script);
    return module.list();
  }

  private void takeImports(String script) {
    for (var each : ModuleImports.of(script)) {
      names.resolve(each.specifier(), base).ifPresent(url -> add(url, Kind.MODULE));
    }
  }

  private List<Found> list() {
    return List.copyOf(found.values());
  }

  private void take(Element element) {
    if (element.hasAttr("style")) takeCss(element.attr("style"));
    switch (element.normalName()) {
      case "link" -> takeLink(element);
      case "script" -> takeScript(element);
      case "style" -> takeCss(element.data());
      case "input" -> {
        if (element.attr("type").equalsIgnoreCase("image")) add(element.attr("src"), Kind.IMAGE);
      }
      case "video" -> {
        add(element.attr("poster"), Kind.IMAGE);
        add(element.attr("src"), Kind.MEDIA);
      }
      case "audio", "track" -> add(element.attr("src"), Kind.MEDIA);
      case "source" -> {
        if (!ImageChoice.isIn(element, "picture")) add(element.attr("src"), Kind.MEDIA);
      }
      case "iframe", "frame" -> {
        if (!element.hasAttr("srcdoc")) add(element.attr("src"), Kind.FRAME);
      }
      case "embed" -> add(element.attr("src"), Kind.OTHER);
      case "object" -> add(element.attr("data"), Kind.OTHER);
      case "body", "table", "td", "th" -> add(element.attr("background"), Kind.IMAGE);
      case "image", "use" -> {
        add(element.attr("href"), Kind.IMAGE);
        add(element.attr("xlink:href"), Kind.IMAGE);
      }
      default -> {} // nothing to fetch
    }
  }

  private void takeLink(Element link) {
    var words = List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1));
    String href = link.attr("href");
    if (words.contains("stylesheet")) {
      // Alternatives are fetched as well, so that a user can change to one.
      if (!link.hasAttr("disabled") && isCss(link.attr("type"))) add(href, Kind.STYLE);
    } else if (words.contains("icon")) {
      add(href, Kind.IMAGE);
    } else if (words.contains("modulepreload")) {
      add(href, Kind.MODULE);
    } else if (words.contains("preload")) {
      add(href, preloaded(link.attr("as")));
    } else if (words.contains("manifest")) {
      add(href, Kind.OTHER);
    }
  }

  private static boolean isCss(String type) {
    return type.isBlank() || type.strip().toLowerCase(Locale.ROOT).startsWith("text/css");
  }

  private static Kind preloaded(String as) {
    return switch (as.toLowerCase(Locale.ROOT)) {
      case "style" -> Kind.STYLE;
      case "script" -> Kind.SCRIPT;
      case "font" -> Kind.FONT;
      case "image" -> Kind.IMAGE;
      default -> Kind.OTHER;
    };
  }

  /** Other types than these are data blocks, which nobody fetches; nomodule is for old browsers. */
  private void takeScript(Element script) {
    String type = script.attr("type").strip().toLowerCase(Locale.ROOT);
    if (type.equals("module")) {
      if (script.hasAttr("src")) add(script.attr("src"), Kind.MODULE);
      else takeImports(script.data());
      return;
    }
    if (type.equals("importmap")) names = names.and(ImportMap.of(script, base));
    boolean runs = type.isEmpty() || type.endsWith("javascript") || type.endsWith("ecmascript");
    if (runs && !script.hasAttr("nomodule")) add(script.attr("src"), Kind.SCRIPT);
  }

  private void takeCss(String css) {
    int afterFont = -1;
    for (var reference : CssReferences.of(css)) {
      Kind kind = reference.isImport() ? Kind.STYLE : kindInCss(reference.text());
      boolean font = kind == Kind.FONT;
      // Of the formats of a font a browser takes the first it knows: the rest of the list is void.
      boolean alternative =
          font
              && afterFont >= 0
              && css.substring(afterFont, reference.from())
                  .chars()
                  .noneMatch(c -> ";{}".indexOf(c) >= 0);
      if (!alternative) add(reference.text(), kind);
      afterFont = font ? reference.to() : -1;
    }
  }

  private static Kind kindInCss(String reference) {
    String path = reference.replaceAll("[?#].*", "").toLowerCase(Locale.ROOT);
    return path.matches("(?s).*\\.(woff2?|ttf|otf|eot)") ? Kind.FONT : Kind.IMAGE;
  }

  private void add(String reference, Kind kind) {
    if (reference.isBlank()) return;
    try {
      add(base.resolve(reference), kind);
    } catch (Malformed _) {
      // a browser fetches nothing for it either
    }
  }

  private void add(Url url, Kind kind) {
    Url whole = url.withoutFragment();
    if (!whole.isHttp() || found.size() >= MOST) return;
    found.putIfAbsent(whole.href(), new Found(whole, kind, names));
  }
}
