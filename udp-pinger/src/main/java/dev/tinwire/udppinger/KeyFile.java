package dev.tinwire.udppinger;

import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.WireException;
import dev.tinwire.wire.secret.Secret;
import dev.tinwire.wire.secret.SecretReader;
import dev.tinwire.wire.secret.SecretSource;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The file of {@code --key-file}: the octets of its first line are the key, or those that {@code
 * hex:} and digits stand for. Both ends need the same file.
 */
final class KeyFile {
  /** A shorter key than the HMAC it makes would be the easier thing to guess. */
  static final int LEAST = 16;

  private static final String HEX = "hex:";

  private KeyFile() {}

  static StampKey read(Path file, SecretReader reader) throws WireException, InterruptedException {
    try (Secret secret = reader.read(new SecretSource.InFile(file), Deadline.never())) {
      byte[] key = octets(secret.reveal(), file);
      if (key.length < LEAST) {
        throw fault(
            file, "the key has " + key.length + " octets, and needs 16: openssl rand -hex 32");
      }
      var made = new StampKey(key);
      Arrays.fill(key, (byte) 0);
      return made;
    }
  }

  private static byte[] octets(String line, Path file) throws WireException {
    if (!line.startsWith(HEX)) return line.getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().parseHex(line, HEX.length(), line.length());
    } catch (IllegalArgumentException _) {
      throw fault(file, "after hex: come pairs of hexadecimal digits, and nothing else");
    }
  }

  private static WireException fault(Path file, String problem) {
    return new WireException(Visible.of(file.toString()) + ": " + problem);
  }
}
