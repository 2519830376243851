package dev.tinwire.udppinger;

import org.junit.jupiter.api.Test;

/** What ping does not take, and what it says then. */
final class PingRefusalTest {
  @Test
  void whatCannotBe() throws Exception {
    PingLine.check(
        """
        $ tinwire
        ! tinwire ping: HOST[:PORT] is missing
        ! Try: tinwire ping --help
        = 2

        $ tinwire nowhere.example
        ! ~ tinwire ping: unknown host nowhere.example: .*
        ! ...
        = 2

        $ tinwire -6 four.example
        ! tinwire ping: four.example has no IPv6 address, only 127.0.0.1
        ! ...
        = 2

        $ tinwire --flood --poisson localhost
        ! tinwire ping: --poisson and --flood exclude each other
        ! ...
        = 2

        $ tinwire --json --csv localhost
        ! tinwire ping: --json and --csv exclude each other
        ! ...
        = 2

        $ tinwire -i 0s localhost
        ! tinwire ping: --interval: bad interval "0s": is from 10us to 1d
        ! ...
        = 2

        $ tinwire -W 0s localhost
        ! tinwire ping: --timeout: bad time "0s": is from 1ms to 365d
        ! ...
        = 2

        $ tinwire -s 43 localhost
        ! tinwire ping: --size: these packets have 44 bytes at least
        ! ...
        = 2

        $ tinwire -s 64k localhost
        ! tinwire ping: --size: bad size "64k": is more than 65507, all that fits
        ! ...
        = 2

        $ tinwire --dscp XF localhost
        ! tinwire ping: --dscp: bad class "XF": write a number from 0 to 63, or EF, AF41, CS5, LE …
        ! ...
        = 2

        $ tinwire --wire stump localhost
        ! tinwire ping: --wire: bad wire "stump": write stamp, text or echo
        ! ...
        = 2

        $ tinwire --wire text --key-file x localhost
        ! tinwire ping: --key-file is for STAMP; no other wire has signatures
        ! ...
        = 2

        $ tinwire --tcp --df localhost
        ! tinwire ping: --df is not for --tcp
        ! ...
        = 2

        $ tinwire --max-loss 101% localhost
        ! tinwire ping: --max-loss: bad share "101%": write a number from 0 to 100, such as 5%
        ! ...
        = 2

        $ tinwire --clock kernel localhost
        ! tinwire ping: no stamps of the kernel on this platform; leave --clock out
        = 1

        $ tinwire --ttl 3 --warm-up 0 localhost
        ! tinwire ping: --ttl needs the kernel's own interface; Java's sockets have none
        = 1

        $ tinwire --ttl 3 --clock user localhost
        ! tinwire ping: --ttl needs the kernel's own interface, which --clock user does without
        ! ...
        = 2

        # before the first packet, not after the last
        $ tinwire --svg /nowhere/run.svg --warm-up 0 localhost
        ! tinwire ping: --svg: nothing can be written into /nowhere
        ! ...
        = 2

        $ tinwire --svg / --warm-up 0 localhost
        ! tinwire ping: --svg: / is a folder
        ! ...
        = 2

        $ tinwire --bind 192.0.2.1 --warm-up 0 four.example
        ! ~ tinwire ping: cannot send to 127.0.0.1:12000 from 192.0.2.1: .*; is --bind an address of ours\\?
        = 1

        $ tinwire --key-file /nowhere localhost
        ! ~ tinwire ping: .*/nowhere.*
        = 1

        $ tinwire --bind ::1 -4 localhost
        ! ~ tinwire ping: --bind and localhost:12000 are of different kinds .*
        ! ...
        = 2

        $ tinwire --interactive localhost four.example
        ! tinwire ping: --interactive talks to one target
        ! ...
        = 2

        $ tinwire --help
        tinwire ping - measures delay and loss over UDP
        ...
        """,
        "PORT");
  }
}
