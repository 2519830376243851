package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Lets a page or a style sheet refer to the parts that were saved with it. What was not saved and
 * is a link leads to where it led; what a browser would fetch, and we did not, leads nowhere, so
 * that nothing is asked of the network when the page is opened.
 */
final class SavedPage {
  /** What a browser would fetch and cannot: a broken part stays one, without a question. */
  private static final String NOTHING = "data:,";

  private static final List<String> FETCHED = List.of("src", "poster", "background", "data");
  private static final List<String> LED_TO =
      List.of("href", "xlink:href", "action", "formaction", "cite", "longdesc");

  /** Asked of a file, they would refuse it: a file has no origin that could be compared. */
  private static final List<String> REFUSING = List.of("integrity", "crossorigin", "nonce");

  /** Links that a browser follows by itself. */
  private static final Set<String> BY_ITSELF =
      Set.of(
          "stylesheet",
          "icon",
          "preload",
          "modulepreload",
          "prefetch",
          "manifest",
          "apple-touch-icon",
          "mask-icon",
          "preconnect",
          "dns-prefetch",
          "prerender");

  private final SavedNames names;
  private final String prefix;
  private final SavedModules.Sources sources;

  /**
   * A way to rewrite.
   *
   * @param prefix from the page to its parts
   */
  SavedPage(SavedNames names, String prefix, SavedModules.Sources sources) {
    this.names = names;
    this.prefix = prefix;
    this.sources = sources;
  }

  String css(String sheet, Url base) {
    var references = CssReferences.of(sheet);
    var by = new ArrayList<String>();
    for (var each : references) by.add(fetched(each.text(), base));
    return CssReferences.rewritten(sheet, references, by);
  }

  String html(String text, Url url) throws IOException {
    Document document = Jsoup.parse(text, url.withoutCredentials().href());
    document.outputSettings().prettyPrint(false);
    document.charset(StandardCharsets.UTF_8);
    Url base = PageReferences.base(document, url);
    var modules = new SavedModules(names, sources, ImportMap.of(document, base));
    document.select("script[type=importmap]").remove();
    for (Element element : document.getAllElements()) {
      boolean gone = element.parent() == null && !element.equals(document);
      if (gone) continue; // went with its parent
      if (element.normalName().equals("script")) script(element, base, modules);
      element(element, base, url);
    }
    Optional<String> map = modules.map();
    if (map.isPresent()) {
      data(document.head().prependElement("script").attr("type", "importmap"), map.get());
    }
    return document.outerHtml();
  }

  private void element(Element element, Url base, Url url) {
    for (String name : REFUSING) element.removeAttr(name);
    if (element.hasAttr("style")) element.attr("style", css(element.attr("style"), base));
    switch (element.normalName()) {
      case "base" -> element.removeAttr("href");
      case "style" -> data(element, css(element.data(), base));
      case "meta" -> {
        if (refuses(element)) element.remove();
      }
      case "script" -> {} // done
      case "img" -> image(element, base);
      case "source" -> source(element, base);
      case "link" -> link(element, base);
      default -> attributes(element, base, url);
    }
  }

  /** A policy would be asked about files, which it did not foresee; a refresh would lead away. */
  private static boolean refuses(Element meta) {
    String what = meta.attr("http-equiv").toLowerCase(Locale.ROOT);
    return what.equals("content-security-policy") || what.equals("refresh");
  }

  private static void data(Element element, String text) {
    element.empty();
    element.appendChild(new DataNode(text));
  }

  private void script(Element script, Url base, SavedModules modules) throws IOException {
    boolean module = script.attr("type").strip().equalsIgnoreCase("module");
    if (!script.hasAttr("src")) {
      if (module) data(script, modules.rewritten(script.data(), base));
      return;
    }
    String src = script.attr("src");
    Optional<String> name = module ? name(src, base, modules) : Optional.empty();
    if (name.isPresent()) {
      script.removeAttr("src");
      data(script, "import \"" + name.get() + "\";");
    } else {
      script.attr("src", fetched(src, base));
    }
  }

  private static Optional<String> name(String reference, Url base, SavedModules modules)
      throws IOException {
    try {
      return modules.name(base.resolve(reference));
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  /** Of several versions the one that was fetched stays. */
  private void image(Element image, Url base) {
    srcset(image, "srcset", base);
    image.removeAttr("sizes");
    if (image.hasAttr("src")) image.attr("src", fetched(image.attr("src"), base));
  }

  private void source(Element source, Url base) {
    if (source.hasAttr("srcset") && !srcset(source, "srcset", base)) source.remove();
    if (source.hasAttr("src")) source.attr("src", fetched(source.attr("src"), base));
    source.removeAttr("sizes");
  }

  private boolean srcset(Element element, String attribute, Url base) {
    if (!element.hasAttr(attribute)) return false;
    for (var candidate : Srcset.parse(element.attr(attribute))) {
      Optional<String> here = here(candidate.url(), base);
      if (here.isPresent()) {
        element.attr(attribute, here.get());
        return true;
      }
    }
    element.removeAttr(attribute);
    return false;
  }

  private void link(Element link, Url base) {
    boolean followed =
        List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1)).stream()
            .anyMatch(BY_ITSELF::contains);
    Optional<String> here = here(link.attr("href"), base);
    boolean module = link.attr("rel").equalsIgnoreCase("modulepreload");
    if (followed && (here.isEmpty() || module)) {
      link.remove();
    } else {
      link.attr("href", here.orElseGet(() -> online(link.attr("href"), base)));
      srcset(link, "imagesrcset", base);
    }
  }

  private void attributes(Element element, Url base, Url url) {
    for (String name : FETCHED) {
      if (element.hasAttr(name)) element.attr(name, fetched(element.attr(name), base));
    }
    for (String name : LED_TO) {
      if (element.hasAttr(name)) element.attr(name, led(element, element.attr(name), base, url));
    }
  }

  /** A place in the same page stays one, whatever the base. */
  private String led(Element element, String reference, Url base, Url url) {
    boolean shown = element.normalName().equals("image") || element.normalName().equals("use");
    if (reference.startsWith("#") && (shown || base.equals(url))) return reference;
    if (shown) return fetched(reference, base);
    return here(reference, base).orElseGet(() -> online(reference, base));
  }

  private Optional<String> here(String reference, Url base) {
    if (reference.isBlank()) return Optional.empty();
    try {
      Url url = base.resolve(reference);
      String fragment = url.fragment().map(f -> "#" + f).orElse("");
      if (names.isPage(url)) {
        return Optional.of((prefix.isEmpty() ? "../" : "") + PageSave.INDEX + fragment);
      }
      return names
          .find(url)
          .map(name -> prefix + RemoteName.reference(name, false).substring(2) + fragment);
    } catch (Malformed _) {
      return Optional.empty();
    }
  }

  private static String online(String reference, Url base) {
    try {
      return base.resolve(reference).withoutCredentials().href();
    } catch (Malformed _) {
      return reference;
    }
  }

  private String fetched(String reference, Url base) {
    if (reference.isBlank() || reference.strip().regionMatches(true, 0, "data:", 0, 5)) {
      return reference;
    }
    return here(reference, base).orElse(NOTHING);
  }
}
