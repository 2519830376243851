package dev.tinwire.heartbeat;

/** How many beats of so many did not come. */
record Loss(long lost, long sent) {
  double percent() {
    return sent == 0 ? 0 : 100.0 * lost / sent;
  }
}
