package dev.tinwire.httpclient;

import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Which version of an image a browser with an ordinary screen fetches (HTML Standard §4.8.4.3).
 * What a picture offers is looked at once, however many images stand in it.
 */
final class ImageChoice {
  private @Nullable Element picture;
  private Optional<String> offered = Optional.empty();

  /** That of the first source that fits, else its own; blank if there is none. */
  String of(Element image) {
    Optional<String> chosen = isIn(image, "picture") ? offered(image) : Optional.empty();
    if (chosen.isEmpty()) chosen = Srcset.chosen(image.attr("srcset"), image.attr("src"));
    return chosen.orElse("");
  }

  static boolean isIn(Element element, String name) {
    Element parent = element.parent();
    return parent != null && parent.normalName().equals(name);
  }

  private Optional<String> offered(Element image) {
    Element parent = image.parent();
    if (parent == null || parent.equals(picture)) return offered;
    picture = parent;
    offered = Optional.empty();
    for (Element source : parent.children()) {
      if (!source.normalName().equals("source") || !fits(source)) continue;
      offered = Srcset.chosen(source.attr("srcset"));
      if (offered.isPresent()) break;
    }
    return offered;
  }

  /** Conditions about the screen are for browsers; formats all of them know are ours as well. */
  private static boolean fits(Element source) {
    String type = source.attr("type").toLowerCase(Locale.ROOT);
    boolean known =
        type.isEmpty() || type.matches("image/(png|jpeg|gif|svg\\+xml|webp|avif|x-icon)");
    String media = source.attr("media").strip();
    return known && (media.isEmpty() || media.equalsIgnoreCase("all"));
  }
}
