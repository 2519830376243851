package dev.tinwire.cli;

import static dev.tinwire.cli.HouseChecks.PATIENCE;
import static dev.tinwire.cli.HouseChecks.expect;

import dev.tinwire.wire.Connection;
import dev.tinwire.wire.Deadline;
import dev.tinwire.wire.DialOptions;
import dev.tinwire.wire.Dialler;
import dev.tinwire.wire.Endpoint;
import dev.tinwire.wire.TimedOut;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;

/** Sockets open, deadlines hold, datagrams travel. */
final class SocketChecks {
  private SocketChecks() {}

  static void dialling() throws Exception {
    try (var guest = Guest.treated(SocketChecks::greet);
        // By name: both families are looked up, and in one of them nobody listens.
        Connection us = dial(new Endpoint("localhost", guest.endpoint().port()))) {
      expect("welcome", us.reader().line("greeting", 100));
      guest.leave();
    }
  }

  static void deadline() throws Exception {
    try (var guest = Guest.treated(them -> them.reader().atEnd());
        Connection us = dial(guest.endpoint())) {
      var soon = Deadline.in(Duration.ofMillis(20));
      try {
        us.within(soon, "waiting for a line", () -> us.reader().line("line", 100));
        throw new IOException("read something that nobody sent");
      } catch (TimedOut _) {
        // as it should be
      }
    }
  }

  static void datagram() throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    try (var there = new DatagramSocket(0, loopback);
        var here = new DatagramSocket(0, loopback)) {
      there.setSoTimeout((int) PATIENCE.toMillis());
      here.setSoTimeout((int) PATIENCE.toMillis());
      byte[] sent = {1, 2, 3};
      here.send(new DatagramPacket(sent, sent.length, there.getLocalSocketAddress()));
      var seen = new DatagramPacket(new byte[16], 16);
      there.receive(seen);
      there.send(seen); // to where it came from
      var back = new DatagramPacket(new byte[16], 16);
      here.receive(back);
      expect("[1, 2, 3]", Arrays.toString(Arrays.copyOf(back.getData(), back.getLength())));
    }
  }

  private static void greet(Connection them) throws IOException {
    them.writer().line("welcome");
    them.writer().flush();
  }

  static Connection dial(Endpoint there) throws IOException, InterruptedException {
    var dialler = new Dialler(DialOptions.defaults());
    return dialler.dial(there, Deadline.in(PATIENCE)).connection();
  }
}
