package dev.tinwire.heartbeat;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** The running monitor, for those who show or steer it. Every call is safe from any thread. */
interface Fleet {
  FleetView view();

  /** Calls nobody because of it until then; what happens is recorded all the same. */
  boolean mute(String id, Instant until);

  /** Somebody has seen that it is down: no more reminders. */
  boolean acknowledge(String id);

  /** Removes it, as if it had never been heard of. */
  boolean forget(String id);

  /** The current deadline in words, or that there is no such sender. */
  String why(String id);

  /** What limits would have cost in false alarms; empty if there is nobody or it is not known. */
  List<Budget> budget(String id);

  /** Tells of each change, in order, on one thread that is not the one that receives beats. */
  void listen(Consumer<Change> hearer);
}
