/** tinwire beat and monitor: heartbeats over UDP. */
@NullMarked
package dev.tinwire.heartbeat;

import org.jspecify.annotations.NullMarked;
