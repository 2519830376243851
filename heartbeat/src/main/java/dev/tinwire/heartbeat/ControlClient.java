package dev.tinwire.heartbeat;

import dev.tinwire.wire.ByteReader;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.Visible;
import dev.tinwire.wire.Watchdog;
import dev.tinwire.wire.WireException;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Asks a running monitor. */
record ControlClient(Path path, Deadline deadline) {
  ControlAnswer ask(ControlRequest request) throws IOException {
    ControlPath.check(path);
    try (var channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      connect(channel);
      try (var guard = Watchdog.guard(deadline, channel)) {
        try {
          byte[] line = (request.print() + "\r\n").getBytes(StandardCharsets.US_ASCII);
          Channels.newOutputStream(channel).write(line);
          return ControlAnswer.read(new ByteReader(Channels.newInputStream(channel)));
        } catch (IOException e) {
          throw guard.explained(e, "waiting for the monitor's answer");
        }
      }
    }
  }

  private void connect(SocketChannel channel) throws WireException {
    try {
      channel.connect(UnixDomainSocketAddress.of(path));
    } catch (IOException e) {
      throw new WireException(
          "no monitor runs here: nobody listens at "
              + Visible.of(path.toString())
              + "; start one with tinwire monitor, or say which one with --port or --control",
          e);
    }
  }
}
