package dev.tinwire.httpclient;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several versions of an image, of which a browser takes one (HTML Standard §4.8.4.2).
 *
 * <pre>
 * srcset="small.png 1x, large.png 2x"     srcset="a.png 480w, b.png 800w"
 * </pre>
 */
final class Srcset {
  private static final int MOST = 100;

  /** How wide the picture of a browser with an ordinary screen may be. */
  private static final double VIEWPORT = 1280;

  /**
   * One version.
   *
   * @param density how many of its points are one of the page's
   * @param byWidth whether that follows from a width
   */
  record Candidate(String url, double density, boolean byWidth) {}

  private Srcset() {}

  /** What a browser with one point to a point takes: the least that is sharp, else the sharpest. */
  static Optional<String> chosen(String srcset) {
    return best(parse(srcset));
  }

  /** The same, {@code src} being the version for an ordinary screen if none is said to be. */
  static Optional<String> chosen(String srcset, String src) {
    var candidates = new ArrayList<Candidate>(parse(srcset));
    boolean said = candidates.stream().anyMatch(each -> each.byWidth() || each.density() == 1);
    if (!src.isBlank() && !said) candidates.add(new Candidate(src, 1, false));
    return best(candidates);
  }

  private static Optional<String> best(List<Candidate> candidates) {
    Optional<Candidate> best = Optional.empty();
    for (Candidate each : candidates) {
      if (best.isEmpty() || isBetter(each.density(), best.get().density())) {
        best = Optional.of(each);
      }
    }
    return best.map(Candidate::url);
  }

  private static boolean isBetter(double density, double than) {
    if (than >= 1) return density >= 1 && density < than;
    return density > than;
  }

  static List<Candidate> parse(String srcset) {
    var candidates = new ArrayList<Candidate>();
    int at = 0;
    while (candidates.size() < MOST) {
      while (at < srcset.length() && isSeparator(srcset.charAt(at))) at++;
      if (at == srcset.length()) return candidates;
      int from = at;
      while (at < srcset.length() && !isBlank(srcset.charAt(at))) at++;
      String url = srcset.substring(from, at);
      String descriptor = "";
      if (url.endsWith(",")) {
        url = url.replaceAll(",+$", ""); // a comma behind the URL ends the candidate
      } else {
        int end = descriptorEnd(srcset, at);
        descriptor = srcset.substring(at, end).strip();
        at = end;
      }
      Optional<Double> density = density(descriptor);
      if (density.isPresent() && !url.isEmpty()) {
        candidates.add(new Candidate(url, density.get(), descriptor.contains("w")));
      }
    }
    return candidates;
  }

  private static int descriptorEnd(String srcset, int from) {
    int depth = 0;
    for (int i = from; i < srcset.length(); i++) {
      char c = srcset.charAt(i);
      if (c == '(') depth++;
      if (c == ')') depth--;
      if (c == ',' && depth <= 0) return i;
    }
    return srcset.length();
  }

  /** Empty for what no browser understands. */
  private static Optional<Double> density(String descriptor) {
    if (descriptor.isEmpty()) return Optional.of(1.0);
    String number = descriptor.split("\\s+", 2)[0];
    String digits = number.substring(0, number.length() - 1);
    if (!digits.matches("[0-9]{1,6}(\\.[0-9]{1,6})?")) return Optional.empty();
    double value = Double.parseDouble(digits);
    return switch (number.charAt(number.length() - 1)) {
      case 'x' -> Optional.of(value);
      case 'w' -> Optional.of(value / VIEWPORT);
      default -> Optional.empty();
    };
  }

  private static boolean isSeparator(char c) {
    return c == ',' || isBlank(c);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
