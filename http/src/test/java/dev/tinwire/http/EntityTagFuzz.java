package dev.tinwire.http;

import java.util.List;
import java.util.Optional;

/** Any text is a tag or a list of tags that comes back from its print, or refused. */
public final class EntityTagFuzz {
  private EntityTagFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    String text = Reread.text(input);
    Reread.check(text, EntityTag::parse);
    Reread.check(text, line -> within(EntityTags.parse(List.of(line))));
  }

  private static EntityTags within(EntityTags tags) {
    if (tags instanceof EntityTags.Listed(var list)) {
      if (list.size() > EntityTags.MOST) throw new AssertionError(list.size());
      for (EntityTag tag : list) {
        if (!tags.matchWeakly(Optional.of(tag))) throw new AssertionError(tag);
      }
    }
    return tags;
  }
}
