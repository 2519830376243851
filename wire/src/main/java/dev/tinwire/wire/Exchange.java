package dev.tinwire.wire;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Some reading and writing that has a result; public because every protocol has them. */
@FunctionalInterface
public interface Exchange<T extends @Nullable Object> {
  T run() throws IOException;
}
