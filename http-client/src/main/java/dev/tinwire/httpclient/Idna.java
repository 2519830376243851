package dev.tinwire.httpclient;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Names in all scripts as the DNS has them (UTS #46, non-transitional, as the URL Standard §3.3
 * sets it): {@code Straße.de} is {@code xn--strae-oqa.de}. {@link java.net.IDN} speaks IDNA2003 and
 * Unicode 3.2, which browsers left: it sends to {@code strasse.de}, another owner's name.
 *
 * <p>UTS #46 comes with a table of 9,000 rows. It is derived from Unicode's normalization and
 * categories (§7), which the JDK has, and so it is derived here as well: {@link IdnaMapping}.
 */
final class Idna {
  private static final String PREFIX = "xn--";

  private Idna() {}

  /** The name in ASCII; empty if there is no such name. */
  static Optional<String> toAscii(String name) {
    // What is ASCII already is left alone, fake A-labels too: the DNS has its own opinion on them.
    if (isAscii(name)) return Optional.of(name.toLowerCase(Locale.ROOT));
    return labels(name).flatMap(Idna::encoded);
  }

  /** For eyes: each label in its own script. Never compare this: names can look alike. */
  static String toUnicode(String ascii) {
    return labels(ascii).map(labels -> String.join(".", labels)).orElse(ascii);
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c < 0x80);
  }

  /** The labels in Unicode, mapped and valid (UTS #46 §4 "Processing"). */
  private static Optional<List<String>> labels(String name) {
    var labels = new ArrayList<String>();
    for (String label : IdnaMapping.map(name).split("\\.", -1)) {
      Optional<String> unicode = label.startsWith(PREFIX) ? decoded(label) : Optional.of(label);
      if (unicode.isEmpty() || !isValid(unicode.get())) return Optional.empty();
      labels.add(unicode.get());
    }
    boolean bidi = labels.stream().anyMatch(BidiRule::isRightToLeft);
    boolean wrong = bidi && !labels.stream().allMatch(BidiRule::holds);
    return wrong ? Optional.empty() : Optional.of(labels);
  }

  /** Punycode that says nothing, or only what needs none, is a fake. */
  private static Optional<String> decoded(String label) {
    return Punycode.decode(label.substring(PREFIX.length())).filter(text -> !isAscii(text));
  }

  /** §4.1 "Validity Criteria"; hyphens may stand anywhere, as the URL Standard has it. */
  private static boolean isValid(String label) {
    if (isAscii(label)) return true;
    return Normalizer.isNormalized(label, Normalizer.Form.NFC)
        && !isMark(label.codePointAt(0))
        && label.codePoints().allMatch(IdnaMapping::isValid)
        && JoinerRule.holds(label);
  }

  private static boolean isMark(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.COMBINING_SPACING_MARK ->
          true;
      default -> false;
    };
  }

  private static Optional<String> encoded(List<String> labels) {
    var out = new ArrayList<String>();
    for (String label : labels) {
      out.add(isAscii(label) ? label : PREFIX + Punycode.encode(label));
    }
    return Optional.of(String.join(".", out));
  }
}
