package dev.tinwire.udppinger;

import static java.util.Locale.ROOT;

import dev.tinwire.wire.command.Standard;
import dev.tinwire.wire.terminal.Terminals;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** What {@code tinwire doctor} tries: a few packets of the default wire to a peer of our own. */
final class PingCheck {
  private PingCheck() {}

  static void run() throws Exception {
    run(ClockWish.AUTO);
    run(ClockWish.USER);
  }

  private static void run(ClockWish clock) throws Exception {
    var wire = new Wire(Wire.Kind.STAMP, OptionalInt.empty(), null, new SplittableRandom());
    try (var peer = wire.ownPeer()) {
      var out = new ByteArrayOutputStream();
      var err = new ByteArrayOutputStream();
      var host = "127.0.0.1:" + peer.address().getPort();
      var words = List.of("-c", "3", "-i", "10ms", "--clock", clock.name().toLowerCase(ROOT), host);
      int status = new PingTool().run(words, standard(out, err));
      String said = out.toString(StandardCharsets.UTF_8) + err.toString(StandardCharsets.UTF_8);
      if (status != 0 || !said.contains("3 packets transmitted, 3 received, 0% packet loss")) {
        throw new IllegalStateException("expected 3 replies to 3 packets, came: " + said);
      }
    }
  }

  private static Standard standard(ByteArrayOutputStream out, ByteArrayOutputStream err) {
    return new Standard(
        InputStream.nullInputStream(),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        Map.of(),
        Terminals.NONE);
  }
}
