package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * A page as text to be read in a terminal: headings, lists, quotations, tables, and links with
 * numbers that a list at the end explains. Pure; {@link SafeText} has the last word on characters.
 */
final class PageText {
  private static final int MOST_LINKS = 5000;
  private static final int DEEPEST = 200;

  private final Url base;
  private final TextFlow out;
  private final List<String> links = new ArrayList<>();

  private PageText(Url base, int width) {
    this.base = base;
    this.out = new TextFlow(width);
  }

  /**
   * The page in lines.
   *
   * @param width columns of the terminal
   */
  static String of(Document document, Url url, int width) {
    var page = new PageText(PageReferences.base(document, url), width);
    String title = document.title().strip();
    if (!title.isEmpty()) {
      page.out.word(title);
      page.out.breakLine();
      page.out.verbatim("=".repeat(Math.min(width, title.length())));
      page.out.blankLine();
    }
    page.children(document.body(), 0);
    page.list();
    return SafeText.of(page.out.text());
  }

  private void list() {
    out.blankLine();
    for (int i = 0; i < links.size(); i++) out.verbatim("[" + (i + 1) + "] " + links.get(i));
  }

  private void children(Node node, int depth) {
    if (depth > DEEPEST) return;
    for (Node child : node.childNodes()) {
      if (child instanceof TextNode text) words(text.getWholeText());
      if (child instanceof Element element) element(element, depth + 1);
    }
  }

  private void words(String text) {
    if (!text.isEmpty() && Character.isWhitespace(text.charAt(0))) out.space();
    for (String word : text.strip().split("\\s+", -1)) {
      if (word.isEmpty()) continue;
      out.word(word);
      out.space();
    }
    if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) out.join();
  }

  private void element(Element element, int depth) {
    if (element.hasAttr("hidden")) return;
    switch (element.normalName()) {
      case "script", "style", "template", "head", "svg", "iframe", "object", "select" -> {}
      case "br" -> out.breakLine();
      case "hr" -> {
        out.blankLine();
        out.rule();
        out.blankLine();
      }
      case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element, depth);
      case "pre" -> {
        out.blankLine();
        element.wholeText().lines().forEach(out::verbatim);
        out.blankLine();
      }
      case "a" -> link(element, depth);
      case "img" -> image(element);
      case "ul", "menu", "ol" -> list(element, depth);
      case "dd", "blockquote" -> indented(element, "  ", depth);
      case "tr" -> row(element, depth);
      case "p", "table", "form", "figure", "fieldset" -> {
        out.blankLine();
        children(element, depth);
        out.blankLine();
      }
      default -> {
        if (element.isBlock()) out.breakLine();
        children(element, depth);
        if (element.isBlock()) out.breakLine();
      }
    }
  }

  private void heading(Element heading, int depth) {
    out.blankLine();
    out.word("#".repeat(heading.normalName().charAt(1) - '0'));
    out.space();
    children(heading, depth);
    out.blankLine();
  }

  private void link(Element link, int depth) {
    children(link, depth);
    if (links.size() >= MOST_LINKS || isEmpty(link)) return;
    try {
      Url there = base.resolve(link.attr("href"));
      if (!link.hasAttr("href") || there.scheme().equals("javascript")) return;
      String href = there.toString();
      int number = links.indexOf(href) + 1;
      if (number == 0) {
        links.add(href);
        number = links.size();
      }
      out.join();
      out.word("[" + number + "]");
    } catch (Malformed _) {
      // a link that leads nowhere is text
    }
  }

  private static boolean isEmpty(Element link) {
    return link.text().isBlank() && link.selectFirst("img") == null;
  }

  /** What it shows in words, if somebody said so. */
  private void image(Element image) {
    String words = image.attr("alt").strip();
    if (!words.isEmpty()) words("(" + words + ")");
  }

  private void list(Element list, int depth) {
    out.breakLine();
    int number = 1;
    for (Element item : list.children()) {
      out.breakLine();
      boolean ordered = list.normalName().equals("ol");
      String mark = ordered ? String.format(Locale.ROOT, "%d. ", number++) : "* ";
      out.hanging(mark);
      children(item, depth + 1);
      out.breakLine();
      out.outdent();
    }
    out.breakLine();
  }

  private void indented(Element element, String by, int depth) {
    out.breakLine();
    out.indent(by);
    children(element, depth);
    out.breakLine();
    out.outdent();
  }

  private void row(Element row, int depth) {
    out.breakLine();
    boolean first = true;
    for (Element cell : row.children()) {
      if (!first) {
        out.space();
        out.word("|");
        out.space();
      }
      first = false;
      children(cell, depth + 1);
    }
    out.breakLine();
  }
}
