package dev.tinwire.heartbeat;

import dev.tinwire.wire.TooLong;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;

/** Where the configuration is read from, at the start and at each reload. */
record ConfigFile(Path path, ZoneId home) {
  static final int MAX_BYTES = 4 << 20;

  MonitorConfig read() throws IOException, BadConfig {
    try (var in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) throw new TooLong(path.toString(), MAX_BYTES);
      return ConfigParser.parse(text(bytes), home);
    }
  }

  private static String text(byte[] bytes) throws BadConfig {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException _) {
      throw new BadConfig(List.of(new ConfigFault(1, 1, "this file is not text in UTF-8")));
    }
  }
}
