package dev.tinwire.http;

/** Any text is a media type that comes back from its print, or refused; strictly or not. */
public final class MediaTypeFuzz {
  private MediaTypeFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    Reread.check(text, MediaType::parse);
    MediaType.parseAsBrowsersDo(text).ifPresent(MediaTypeFuzz::check);
  }

  private static void check(MediaType type) {
    Reread.same(type, type.toString(), MediaType::parse);
    var again = MediaType.parseAsBrowsersDo(type.toString());
    if (again.isEmpty() || !again.get().equals(type)) throw new AssertionError(type + " " + again);
  }
}
