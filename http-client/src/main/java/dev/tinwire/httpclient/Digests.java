package dev.tinwire.httpclient;

import dev.tinwire.wire.Malformed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Checks what came against what the user knows of it. */
final class Digests {
  private Digests() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** 64 hexadecimal digits, in whatever case. */
  static String parse(String text) throws Malformed {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    if (lower.matches("[0-9a-f]{64}")) return lower;
    throw new Malformed("SHA-256", text, 0, "write 64 hexadecimal digits");
  }

  /** Feeds what is in a file already. */
  static void feed(MessageDigest digest, Path file, long length) throws IOException {
    byte[] buffer = new byte[256 * 1024];
    try (var in = Files.newInputStream(file)) {
      for (long left = length; left > 0; ) {
        int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
        if (n < 0) return;
        digest.update(buffer, 0, n);
        left -= n;
      }
    }
  }
}
