package dev.tinwire.http;

import java.util.List;

/** Any text is a list of preferences that comes back from its print, or refused. */
public final class QualityFuzz {
  private static final List<MediaType> TYPES =
      List.of(MediaType.of("text", "html"), MediaType.of("application", "json"));

  private QualityFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    Reread.check(text, Weight::parse);
    Reread.check(
        text,
        line -> {
          var accept = Accept.parse(List.of(line));
          accept.best(TYPES).ifPresent(best -> demand(accept.weightOf(best)));
          return accept;
        });
    Reread.check(
        text,
        line -> {
          var accept = AcceptEncoding.parse(List.of(line));
          Wanted.most(List.of("gzip", "identity"), accept::weightOf)
              .map(accept::weightOf)
              .ifPresent(QualityFuzz::demand);
          return accept;
        });
  }

  private static void demand(Weight weight) {
    if (!weight.acceptable()) throw new AssertionError("the best is not acceptable");
  }
}
