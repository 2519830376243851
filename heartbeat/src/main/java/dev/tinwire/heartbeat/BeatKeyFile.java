package dev.tinwire.heartbeat;

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
 * The file of {@code --key-file}. Its first line is the master key, as octets or as {@code hex:}
 * and digits; or one sender's own key, {@code beat:} and digits, as {@code tinwire monitor key ID}
 * prints it.
 */
final class BeatKeyFile {
  /** A shorter key than the mac it makes would be the easier thing to guess. */
  private static final int LEAST = 16;

  private static final String HEX = "hex:";
  private static final String OWN = "beat:";

  private BeatKeyFile() {}

  static BeatKey read(Path file, SecretReader reader) throws WireException, InterruptedException {
    try (Secret secret = reader.read(new SecretSource.InFile(file), Deadline.never())) {
      String line = secret.reveal();
      byte[] key = octets(line, file);
      if (key.length < LEAST) {
        throw fault(
            file, "the key has " + key.length + " octets, and needs 16: openssl rand -hex 32");
      }
      var made = new BeatKey(key, !line.startsWith(OWN));
      Arrays.fill(key, (byte) 0);
      return made;
    }
  }

  /** The line for the file of one sender. */
  static String line(BeatKey master, String id) {
    return OWN + HexFormat.of().formatHex(master.of(id));
  }

  private static byte[] octets(String line, Path file) throws WireException {
    String prefix = line.startsWith(OWN) ? OWN : HEX;
    if (!line.startsWith(prefix)) return line.getBytes(StandardCharsets.UTF_8);
    try {
      return HexFormat.of().parseHex(line, prefix.length(), line.length());
    } catch (IllegalArgumentException _) {
      throw fault(file, "after " + prefix + " come pairs of hexadecimal digits, and nothing else");
    }
  }

  private static WireException fault(Path file, String problem) {
    return new WireException(Visible.of(file.toString()) + ": " + problem);
  }
}
