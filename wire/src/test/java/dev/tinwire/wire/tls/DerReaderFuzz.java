package dev.tinwire.wire.tls;

import dev.tinwire.wire.Malformed;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Any bytes are values that are written back the same, or refused. */
public final class DerReaderFuzz {
  private static final int DEEPEST = 20;

  private DerReaderFuzz() {}

  public static void fuzzerTestOneInput(byte[] input) {
    byte[] written;
    try {
      written = rewritten(new DerReader("input", input), 0);
    } catch (Malformed _) {
      return;
    }
    if (!Arrays.equals(input, written)) throw new AssertionError("not the only encoding");
  }

  /** Goes into every constructed value (X.690 §8.1.2.5) and copies the others. */
  private static byte[] rewritten(DerReader reader, int depth) throws Malformed {
    List<byte[]> values = new ArrayList<>();
    while (!reader.atEnd()) {
      int tag = reader.tag();
      DerReader inner = reader.enter(tag);
      boolean constructed = (tag & 0x20) != 0 && depth < DEEPEST;
      values.add(Der.value(tag, constructed ? rewritten(inner, depth + 1) : inner.rest()));
    }
    return concatenated(values);
  }

  private static byte[] concatenated(List<byte[]> values) {
    var all = new ByteArrayOutputStream();
    values.forEach(all::writeBytes);
    return all.toByteArray();
  }
}
