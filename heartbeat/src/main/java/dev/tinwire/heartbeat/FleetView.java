package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.List;

/**
 * The monitor and all its senders at one moment.
 *
 * @param since when the monitor was started
 * @param received datagrams that came, of any kind
 * @param rejected those of them that were malformed, forged or replayed, and changed nothing
 * @param ownDrops datagrams that the kernel threw away because we were too slow to take them
 * @param blind whether so many are late at once that it must be us
 * @param conflicts whose link does not go together with what the user asks of detection
 * @param buffer bytes that the kernel granted to the socket
 */
record FleetView(
    Instant now,
    Instant since,
    List<SenderView> senders,
    long received,
    double perSecond,
    long rejected,
    long ownDrops,
    boolean blind,
    List<String> conflicts,
    int buffer) {}
