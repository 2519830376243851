package dev.tinwire.heartbeat;

import dev.tinwire.wire.Endpoint;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What is to be shown and reacted to, as the command line says it.
 *
 * @param control where the control socket is to be, if there is to be one
 * @param controlWanted whether it is an error if there can be none
 * @param web where the status page is to be
 * @param webOpen whether that page tells addresses and what senders say of themselves
 * @param uptimes where the uptime books are kept
 */
record WatchPlan(
    LiveConfig config,
    Optional<Path> control,
    boolean controlWanted,
    Optional<Endpoint> web,
    boolean webOpen,
    Optional<UptimeFile> uptimes,
    WatchLimits limits) {}
