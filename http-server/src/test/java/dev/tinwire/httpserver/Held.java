package dev.tinwire.httpserver;

import java.lang.reflect.Field;
import java.util.Map;

/** What a {@link HotSite} has in memory, which is nobody's business but a test's. */
record Held(int entries, long bytes) {
  static Held by(HotSite site) {
    synchronized (site) {
      return new Held(((Map<?, ?>) field(site, "entries")).size(), (Long) field(site, "bytes"));
    }
  }

  private static Object field(HotSite site, String name) {
    try {
      Field field = HotSite.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(site);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }
}
