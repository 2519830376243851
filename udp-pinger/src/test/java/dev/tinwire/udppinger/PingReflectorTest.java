package dev.tinwire.udppinger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Command lines of ping against reflectors, plain and keyed. */
final class PingReflectorTest {
  @TempDir Path temp;

  @Test
  void whatAReflectorIsPingedWith() throws Exception {
    Path key = Files.writeString(temp.resolve("key"), "0123456789abcdef0123456789abcdef\n");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
    var keyed =
        new Wire(
            Wire.Kind.STAMP,
            OptionalInt.empty(),
            new StampKey(Files.readString(key).strip().getBytes(StandardCharsets.UTF_8)),
            new SplittableRandom());
    var plain = new Wire(Wire.Kind.STAMP, OptionalInt.empty(), null, new SplittableRandom());
    try (var reflector = plain.ownPeer();
        var guarded = keyed.ownPeer()) {
      PingLine.check(
          """
          $ tinwire -c 2 -i 1ms -s 100 --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 100 bytes of STAMP.
          ~ 100 bytes from localhost:PORT: seq=1 time=TIME
          ~ 100 bytes from localhost:PORT: seq=2 time=TIME
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          FIGURES
          ~ one-way .*
          ~ reflector held packets min/avg/max = NUM/NUM/NUM ms

          $ tinwire -c 1 -q --verbose localhost:PORT
          ...
          ! ~ > 44 octets to localhost:PORT: 00000000[0-9a-f]{56}\\.\\.\\.
          ! ~ < 44 octets from localhost:PORT: [0-9a-f]{64}\\.\\.\\.

          $ tinwire -c 1 -q --explain localhost:PORT
          ...
          ! ~ > 44 octets to localhost:PORT: .*
          ! ~ >   0-3     sequence 0 +# counts our packets, from 0 \\(RFC 8762 §4.2.1\\)
          ! ~ >   4-11    T1 20[0-9T:.-]+Z +# when we sent it.*
          ! ...
          ! ~ <   40      TTL unknown +# .*
          """,
          Integer.toString(reflector.address().getPort()));
      PingLine.check(
          """
          $ tinwire -c 1 --key-file KEY -q localhost:PORT
          PING localhost:PORT (127.0.0.1) with 112 bytes of authenticated STAMP.
          ...
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...
          """
              .replace("KEY", key.toString()),
          Integer.toString(guarded.address().getPort()));
    }
  }
}
