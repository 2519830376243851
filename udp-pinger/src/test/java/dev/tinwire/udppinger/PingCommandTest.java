package dev.tinwire.udppinger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each option of the command: arguments, exit status, stdout, stderr. */
final class PingCommandTest {
  @Test
  void whatAnEchoServerIsPingedWith() throws Exception {
    try (var server = Responder.echoing()) {
      PingLine.check(
          """
          $ tinwire --wire echo -c 2 -i 1ms --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          ~ 64 bytes from localhost:PORT: seq=1 time=TIME
          ~ 64 bytes from localhost:PORT: seq=2 time=TIME
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          FIGURES

          # numbers alone need no look-up, and are not shown twice
          $ tinwire --wire text --count 1 127.0.0.1:PORT
          PING 127.0.0.1:PORT with 24 bytes of text.
          ~ 24 bytes from 127.0.0.1:PORT: seq=1 time=TIME
          |
          --- 127.0.0.1:PORT ping statistics ---
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire text -s 100 -c 1 -q localhost:PORT
          PING localhost:PORT (127.0.0.1) with 100 bytes of text.
          |
          --- localhost:PORT ping statistics ---
          ...

          $ tinwire --wire echo -c 2 -i 1ms -4 --bind 127.0.0.1 --dscp 46 --df -q localhost:PORT
          ...
          ~ 2 packets transmitted, 2 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 -i 1ms --warm-up 50 --poisson -q localhost:PORT
          ...
          ~ 3 packets transmitted, 3 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 --adaptive -q localhost:PORT
          ...
          ~ 3 packets transmitted, 3 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 300 --flood --clock user localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          |
          --- localhost:PORT ping statistics ---
          ~ 300 packets transmitted, 300 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 3 -i 1ms --compact localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          . reply  x timeout  ! refused  D duplicate  L late  C corrupt  o out of order
          ...
          |
          --- localhost:PORT ping statistics ---
          ...

          $ tinwire --wire echo -c 2 -i 1ms --csv localhost:PORT four.example:PORT
          target,at_us,event,seq,rtt_us,bytes,ttl
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,
          ~ .*:PORT,[0-9.]+,reply,[01],[0-9.]+,64,

          $ tinwire --wire echo -c 1 --json-lines localhost:PORT
          {"event":"start","target":"localhost:PORT","address":"127.0.0.1:PORT","wire":"echo","bytes":64}
          ~ \\{"event":"reply","target":"localhost:PORT","seq":0,"at_us":[0-9.]+,"bytes":64,"rtt_us":[0-9.]+}
          ~ \\{"event":"summary","target":"localhost:PORT","summary":\\{"transmitted":1,.*}

          $ tinwire --wire echo -c 1 --graph localhost:PORT
          PING localhost:PORT (127.0.0.1) with 64 bytes of echo.
          ~ localhost:PORT  _ +TIME  \\([0-9.]+ - [0-9.]+\\)  0% lost of 1
          ~ .* ms \\|#+ +1  100.0 %
          |
          --- localhost:PORT ping statistics ---
          ...

          $ tinwire --wire echo -c 1 -s 1k --dscp EF -q localhost:PORT
          PING localhost:PORT (127.0.0.1) with 1024 bytes of echo.
          ...

          # the timeout of the second is never waited for
          $ tinwire --wire echo -c 0 -i 10s --deadline 500ms -q localhost:PORT
          ...
          ~ 1 packets transmitted, 1 received, 0% packet loss, time [0-9]+ ms
          ...

          $ tinwire --wire echo -c 1 --max-rtt 1ns -q localhost:PORT
          ...
          = 1

          $ tinwire --wire echo -c 1 --max-rtt 1ns localhost:PORT
          ...
          ! ~ the slowest reply of localhost:PORT took [0-9.]+ ms, longer than --max-rtt 1ns
          = 1

          $ tinwire --wire echo -c 1 --max-rtt 20s --max-loss 5% localhost:PORT
          ...
          """,
          server.port());
    }
  }

  /** Nobody waits for the timeout of a packet that never left. */
  @Test
  @Timeout(120)
  void whatCannotBeSentIsSaidAtOnce() throws Exception {
    PingLine.check(
        """
        $ tinwire --wire echo -s 65507 --df -c 2 -i 1ms -W 1000s --warm-up 0 [::1]:PORT
        PING [::1]:PORT with 65507 bytes of echo.
        ~ seq=1 not sent: .+
        ~ seq=2 not sent: .+
        |
        --- [::1]:PORT ping statistics ---
        ~ 0 packets transmitted, 0 received, \\+2 errors, 0% packet loss, time [0-9]+ ms
        = 1
        """,
        "12000");
  }

  @Test
  void whatASilentServerLooksLike() throws Exception {
    try (var server = Responder.silent()) {
      PingLine.check(
          """
          $ tinwire -c 2 -i 1ms -W 20ms --warm-up 0 localhost:PORT
          PING localhost:PORT (127.0.0.1) with 44 bytes of STAMP.
          seq=1 timeout
          seq=2 timeout
          |
          --- localhost:PORT ping statistics ---
          ~ 2 packets transmitted, 0 received, 100% packet loss, time [0-9]+ ms
          ! ~ nothing came from localhost:PORT: is a server started there, .*
          = 1

          $ tinwire -c 1 -W 20ms localhost:PORT four.example:PORT
          PING localhost:PORT (127.0.0.1) with 44 bytes of STAMP.
          PING four.example:PORT (127.0.0.1) with 44 bytes of STAMP.
          ~ .*:PORT: seq=1 timeout
          ~ .*:PORT: seq=1 timeout
          ...
          ! ~ nothing came from localhost:PORT: .*
          ! ~ nothing came from four.example:PORT: .*
          = 1

          $ tinwire -c 0 -i 20s -W 20s --deadline 100ms -q localhost:PORT
          ...
          ~ 1 packets transmitted, 0 received, 100% packet loss, time [0-9]+ ms
          still on their way, and among the lost: 1
          = 1

          $ tinwire -c 2 -i 1ms -W 20ms --max-loss 99.5% localhost:PORT
          ...
          ! ~ nothing came from localhost:PORT: .*
          ! localhost:PORT lost 100%, more than --max-loss 99.5%
          = 1

          $ tinwire -c 1 -W 20ms --max-loss 100 -q localhost:PORT
          ...
          = 0
          """,
          server.port());
    }
  }
}
