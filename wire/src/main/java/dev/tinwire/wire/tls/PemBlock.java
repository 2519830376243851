package dev.tinwire.wire.tls;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** One textual encoding (RFC 7468 §2): a label and the bytes between its two boundaries. */
final class PemBlock {
  /** What §2 demands of those who write; base64 makes 48 bytes of it. */
  private static final int LINE = 64;

  private final String label;
  private final byte[] content;

  PemBlock(String label, byte[] content) {
    this.label = label;
    this.content = content.clone();
  }

  String label() {
    return label;
  }

  byte[] content() {
    return content.clone();
  }

  String print() {
    var lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN "
        + label
        + "-----\n"
        + (lines.isEmpty() ? "" : lines + "\n")
        + "-----END "
        + label
        + "-----\n";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof PemBlock that
        && label.equals(that.label)
        && Arrays.equals(content, that.content);
  }

  @Override
  public int hashCode() {
    return 31 * label.hashCode() + Arrays.hashCode(content);
  }

  /** Never the content: it may be a private key. */
  @Override
  public String toString() {
    return label + ", " + content.length + " bytes";
  }
}
